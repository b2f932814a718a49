// Rules about the studies of recovery: what is scored is what was read, every row that has a time can be learned from,
// and every name leads somewhere.

import type { Mistake } from './authored-files.ts';
import type { AuthoredForecast, AuthoredStudy } from './authored-prognosis.ts';
import type { Shaped, ShapedKnowledge } from './check-shape.ts';
import { mistake, type Path } from './mistakes.ts';
import type { AuthoredRow } from './prognosis.ts';

export function prognosisIsSound(knowledge: ShapedKnowledge): readonly Mistake[] {
  const { studies, forecast } = knowledge.prognosis;
  if (!forecast) {
    return studies.map((file) =>
      mistake(
        file,
        ['id'],
        'forecast.yaml beside it',
        'none',
        'Restore forecast.yaml: it says how studies are read together.',
      ),
    );
  }
  const groups = new Set(Object.keys(forecast.content.groups));
  return [
    ...studies.flatMap((file) =>
      file.content.rows.flatMap((row, index) => rowMistakes(file, row, ['rows', index], groups)),
    ),
    ...rowsStandOnce(studies),
    ...causeMistakes(forecast, knowledge, groups),
    ...factMistakes(forecast, groups),
  ];
}

function rowMistakes(
  file: Shaped<AuthoredStudy>,
  row: AuthoredRow,
  path: Path,
  groups: ReadonlySet<string>,
): readonly Mistake[] {
  const found: Mistake[] = [];
  const add = (key: string, expected: string, what: string, remedy: string) =>
    found.push(mistake(file, [...path, key], expected, what, remedy));
  if ((row.status === 'read') !== (row.certainty === 'published')) {
    add(
      'status',
      'status read with certainty published, and only then',
      `${row.status}, ${row.certainty}`,
      'Say published only of figures that were read in the source.',
    );
  }
  if (row.time && (row.group === undefined || row.endpoint === undefined)) {
    add(
      'time',
      'a group and an endpoint beside a time',
      `${row.group ?? 'no group'}, ${row.endpoint ?? 'no endpoint'}`,
      'Say what heals (group) and which return of a runner it stands for (endpoint).',
    );
  }
  if (row.group !== undefined && !groups.has(row.group)) {
    add(
      'group',
      `a group of forecast.yaml: ${[...groups].join(', ')}`,
      row.group,
      'Correct the name or add the group.',
    );
  }
  for (const key of ['quartiles', 'ci95', 'range'] as const) {
    const [low = 0, high = 0] = row.time?.[key] ?? [1, 1];
    if (low > high) add('time', `${key} from low to high`, `${low} to ${high}`, 'Swap the two.');
  }
  const { median, quartiles } = row.time ?? {};
  if (median !== undefined && quartiles && (median < (quartiles[0] ?? 0) || median > (quartiles[1] ?? 0))) {
    add(
      'time',
      'a median between the quartiles',
      `${median} in ${quartiles.join(' to ')}`,
      'Check against the source.',
    );
  }
  if (row.notBack && row.notBack.people > row.notBack.of) {
    add(
      'notBack',
      'no more people than there were',
      `${row.notBack.people} of ${row.notBack.of}`,
      'Check against the source.',
    );
  }
  return found;
}

function rowsStandOnce(studies: readonly Shaped<AuthoredStudy>[]): readonly Mistake[] {
  const seen = new Map<string, string>();
  return studies.flatMap((file) =>
    file.content.rows.flatMap(({ id }, index) => {
      const before = seen.get(id);
      seen.set(id, file.path);
      if (before === undefined) return [];
      return [
        mistake(
          file,
          ['rows', index, 'id'],
          'a row number that stands once',
          `${id}, also in ${before}`,
          'Remove one, or give it a number of its own.',
        ),
      ];
    }),
  );
}

function causeMistakes(
  forecast: Shaped<AuthoredForecast>,
  { conditions }: ShapedKnowledge,
  groups: ReadonlySet<string>,
): readonly Mistake[] {
  const presentations = new Map(
    conditions.map(({ content }) => [content.id, content.presentations.map(({ id }) => id)]),
  );
  return Object.entries(forecast.content.causes).flatMap(([key, { group, severity }]) => {
    const path = ['causes', key];
    const [condition = '', presentation] = key.split('/');
    const known = presentations.get(condition);
    const wrong = [
      ...Object.keys(severity ?? {}),
      ...(presentation === undefined ? [] : [presentation]),
    ].filter((id) => known && !known.includes(id));
    return [
      ...(known
        ? []
        : [
            mistake(
              forecast,
              path,
              'a condition of knowledge/conditions',
              condition,
              'Correct the name or remove the entry.',
            ),
          ]),
      ...wrong.map((id) =>
        mistake(
          forecast,
          path,
          `a presentation of ${condition}: ${known?.join(', ')}`,
          id,
          'Correct the name.',
        ),
      ),
      ...(groups.has(group)
        ? []
        : [
            mistake(
              forecast,
              [...path, 'group'],
              'a group of this file',
              group,
              'Correct the name or add the group.',
            ),
          ]),
    ];
  });
}

function factMistakes(forecast: Shaped<AuthoredForecast>, groups: ReadonlySet<string>): readonly Mistake[] {
  const { deficit } = forecast.content.facts;
  const unknown = (['deficit', 'painFreeWalking', 'studiedUpToAge'] as const).flatMap((fact) =>
    forecast.content.facts[fact].groups
      .filter((group) => !groups.has(group))
      .map((group) =>
        mistake(forecast, ['facts', fact, 'groups'], 'a group of this file', group, 'Correct the name.'),
      ),
  );
  const falls = deficit.bands.some((band, index) => {
    const before = deficit.bands[index - 1];
    return before && (band.fromDegrees <= before.fromDegrees || band.severity < before.severity);
  });
  const starts = deficit.bands[0]?.fromDegrees === 0;
  if (starts && !falls) return unknown;
  return [
    ...unknown,
    mistake(
      forecast,
      ['facts', 'deficit', 'bands'],
      'bands from 0 degrees up whose severity never falls',
      deficit.bands.map(({ fromDegrees, severity }) => `${fromDegrees}: ${severity}`).join(', '),
      'A worse fact must never bring an earlier return; put the bands in order.',
    ),
  ];
}
