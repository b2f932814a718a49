import { expect, test } from 'vitest';
import { type ForecastFacts, forecaster, forecastSentences } from '../src/recover/index.ts';
import { readKnowledgeKept } from '../src/store/index.ts';

const loaded = await readKnowledgeKept();
if (!loaded.ok || !loaded.value.prognosis) throw new Error('The knowledge does not load.');
const { prognosis } = loaded.value;
const forecast = forecaster(prognosis);

function sentences(cause: string, facts: ForecastFacts): string {
  const told = forecast(cause, facts);
  if (!told.ok) throw new Error(JSON.stringify(told.refusal));
  return forecastSentences(told.value, facts).join('\n');
}

test('it says a range and that it is no promise, and names no date', () => {
  for (const cause of Object.keys(prognosis.causes)) {
    const [condition = '', presentation] = cause.split('/');
    const text = sentences(condition, presentation === undefined ? {} : { presentation });
    expect(text).toMatch(
      /Most people like this are back to easy running between \d+ \w+ and \d+ \w+ after it began/,
    );
    expect(text).toContain('a range, not a promise');
    expect(text).not.toMatch(/\b20\d\d\b|January|Monday/);
  }
});

test('bone and torn tendons are told first that a clinician must clear them', () => {
  for (const cause of [
    'femoral-stress-fracture',
    'sacral-stress-fracture',
    'pelvic-stress-fracture',
    'proximal-hamstring-avulsion',
  ]) {
    expect(sentences(cause, {})).toMatch(/^Do not run before a clinician has cleared you\./);
  }
});

test('what was never timed for an injury is said to be worked out from others', () => {
  expect(sentences('hamstring-strain', {})).toContain('Nobody has timed the first easy run for it');
  expect(sentences('proximal-hamstring-tendinopathy', {})).not.toContain('Nobody has timed');
});

test('little evidence is called little', () => {
  expect(sentences('sciatica', {})).toContain('That is little, and none of it was read at the source');
});

test('after far longer than anybody studied it points to a clinician instead of a range', () => {
  const text = sentences('hamstring-strain', { presentation: 'mild', daysSoFar: 400 });
  expect(text).toContain('looked at by a clinician');
  expect(text).not.toContain('Most people');
});
