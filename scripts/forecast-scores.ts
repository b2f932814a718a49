// `npm run forecast-scores`: scores the forecast of return and writes cases/forecast-scores.md. With --check it compares
// instead, so that a change of a study or a parameter shows what it changes.

import { stripVTControlCharacters } from 'node:util';
import { forecastScoresText } from '../src/cli/forecast-report.ts';
import { scoreForecast } from '../src/evaluate/index.ts';
import { ENDPOINTS, type Prognosis } from '../src/knowledge/index.ts';
import { forecaster, poolStudies } from '../src/recover/index.ts';
import { readKnowledge } from '../src/store/index.ts';
import { writeOrCheck } from './generated.ts';

const loaded = await readKnowledge();
if (!loaded.ok || !loaded.value.prognosis) {
  console.error('The knowledge does not load, or has no forecast.yaml. Run `npm run check:knowledge`.');
  process.exit(1);
}
const prognosis = loaded.value.prognosis;
await writeOrCheck(new Map([['cases/forecast-scores.md', page(prognosis)]]), 'npm run forecast-scores');

function page(from: Prognosis): string {
  const { slopes } = poolStudies(from, from.rows);
  const step = (slope: number) => `× ${Math.exp(slope).toFixed(2)}`;
  return `# Scores of the forecast of return

Written by \`npm run forecast-scores\`; do not edit. The same figures: \`npm run -s evaluate:forecast\`. Method and limits:
[decision 22](../docs/decisions/0022-forecast-of-return.md). With so few studies of each injury this is a check of sense, not a validation.

\`\`\`
${stripVTControlCharacters(forecastScoresText(scoreForecast(from), 120))}
\`\`\`

What the studies say of a step: one grade of severity ${step(slopes.severity)}; from running to training, or from training to racing,
${step(slopes.endpoint)}; recreational against professional ${step(slopes.level)}.

## What a recreational runner is told at the start

Days from the start of the pain: median (50 % range; 80 % range). No other fact is known.

${causesTable(from)}
`;
}

function causesTable(from: Prognosis): string {
  const forecast = forecaster(from);
  const rows = Object.entries(from.causes).flatMap(([key, { severity }]) => {
    const [cause = '', own] = key.split('/');
    const forms = own === undefined ? [undefined, ...Object.keys(severity)] : [own];
    return forms.map((presentation) => {
      const told = forecast(cause, presentation === undefined ? {} : { presentation });
      if (!told.ok) throw new Error(`No forecast of ${key}.`);
      const { returns, evidence } = told.value;
      const cells = returns.map(({ median, fifty, eighty, timed }) => {
        const [m, a, b, c, d] = [median, fifty.from, fifty.to, eighty.from, eighty.to].map(Math.round);
        return `${m} (${a}–${b}; ${c}–${d})${timed ? '' : ' *'}`;
      });
      return [
        `${cause}${presentation === undefined ? '' : `, ${presentation}`}`,
        ...cells,
        `${evidence.read} of ${evidence.studies}`,
      ];
    });
  });
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const head = ['cause', ...ENDPOINTS, 'studies of its own that were read'];
  return `${[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')}

\\* not timed by a study of this injury that was read: worked out from other injuries.`;
}
