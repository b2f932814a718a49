// Scores of the forecast as tables.

import type { ForecastScores, RangeScores } from '../evaluate/index.ts';
import { strong } from './terminal.ts';
import { indented, table, wrap } from './text.ts';

/** Scores, baseline and the rows that miss, each with its reason. */
export function forecastScoresText(scores: ForecastScores, width: number): string {
  const { rows, studies, baseline, centre, people, readOnly, withoutCohort, misses } = scores;
  const ranges = ({ within50, within80, medianAbsLogRatio }: RangeScores) => [
    percent(within50),
    percent(within80),
    medianAbsLogRatio.toFixed(3),
  ];
  const [head = '', ...body] = table(
    ['', 'in 50 % range', 'in 80 % range', 'median |ln ratio|'],
    [
      ['one study left out', ...ranges(scores)],
      ['  never learning from rows that were not read', ...ranges(readOnly)],
      ['  all studies of its cohort left out', ...ranges(withoutCohort)],
      ['baseline: one log-normal for all', ...ranges(baseline)],
      [
        'harder: the row’s median in the range for a study',
        percent(centre.within50),
        percent(centre.within80),
        '–',
      ],
      [
        `people of ${people.rows} rows with a published spread`,
        percent(people.within50),
        percent(people.within80),
        '–',
      ],
    ],
    width,
  );
  const missed = table(
    ['row', 'published', 'forecast (80 % range)', 'reason'],
    misses.map(({ id, study, published, median, eighty, reason }) => [
      `${id} ${study}`,
      days(published),
      `${days(median)} (${days(eighty.from)}–${days(eighty.to)})`,
      reason,
    ]),
    width - 2,
  );
  return [
    wrap(
      `${rows} rows of ${studies} studies that were read at the source and print a median or mean, in days.`,
      width,
    ),
    '',
    strong(head),
    ...body,
    '',
    strong(`Rows outside the 80 % range: ${misses.length}`),
    ...(misses.length > 0 ? [indented(missed.join('\n'))] : []),
  ].join('\n');
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function days(value: number): string {
  return String(Math.round(value));
}
