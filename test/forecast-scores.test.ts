// The bars that the forecast must not fall under on studies it has not seen, and that the data is what was gathered. What
// moved is seen in cases/forecast-scores.md.

import { expect, test } from 'vitest';
import { scoreForecast } from '../src/evaluate/index.ts';
import { type AuthoredFile, loadKnowledge } from '../src/knowledge/index.ts';
import { KNOWLEDGE_FOLDER, readKnowledgeFiles, readKnowledgeKept, sha256 } from '../src/store/index.ts';

const loaded = await readKnowledgeKept();
if (!loaded.ok || !loaded.value.prognosis)
  throw new Error('The knowledge does not load: npm run check:knowledge');
const { prognosis } = loaded.value;
const scores = scoreForecast(prognosis);

test('published figures lie in the 80 % range in four of five rows, in the 50 % range in half of them', () => {
  expect(scores.rows).toBe(48);
  expect(scores.within80).toBeGreaterThanOrEqual(0.8);
  expect(scores.within50).toBeGreaterThanOrEqual(0.5);
});

test('half of the published figures lie within a factor of 1.28 of our median; one log-normal for all is far worse', () => {
  expect(scores.medianAbsLogRatio).toBeLessThanOrEqual(0.25);
  expect(scores.baseline.within80).toBeGreaterThan(0.5);
  expect(scores.baseline.medianAbsLogRatio).toBeGreaterThan(2 * scores.medianAbsLogRatio);
});

test('the harder checks hold too: narrower ranges for a study, and never learning from rows that were not read', () => {
  expect(scores.centre.within80).toBeGreaterThanOrEqual(0.8);
  expect(scores.centre.within50).toBeGreaterThanOrEqual(0.5);
  expect(scores.readOnly.within80).toBeGreaterThanOrEqual(0.8);
  expect(scores.withoutCohort.within80).toBeGreaterThanOrEqual(0.8);
});

test('every row that misses says why', () => {
  for (const { id, reason } of scores.misses) {
    const differs = prognosis.rows.find((row) => row.id === id)?.differs;
    expect(reason).toContain(differs ?? 'No other study');
  }
  expect(scores.misses.map(({ id }) => id)).toContain('P083');
});

test('a study is never forecast from itself: its own figures move its range by nothing', () => {
  const few = prognosis.rows.filter(({ study }) =>
    ['nielsen2014', 'mulvad2018', 'miller2018'].includes(study),
  );
  const nielsenTimes = (factor: number) =>
    scoreForecast({
      ...prognosis,
      rows: few.map((row) => (row.id === 'P074' && row.days ? { ...row, days: row.days * factor } : row)),
    }).misses.find(({ id }) => id === 'P074')?.median;
  expect(nielsenTimes(50)).toBeGreaterThan(1);
  expect(nielsenTimes(1000)).toBe(nielsenTimes(50));
});

test('the spread within studies is that of the rows that were read and print one', () => {
  const spreads = prognosis.rows.flatMap(({ status, sigma }) =>
    status === 'read' && sigma !== undefined ? [sigma] : [],
  );
  const pooled = Math.sqrt(spreads.reduce((sum, sigma) => sum + sigma ** 2, 0) / spreads.length);
  expect(pooled).toBeCloseTo(prognosis.model.within.value, 1);
});

// The table gathered for the project: 83 rows, 58 read; spreads worked out there independently of this code.
test('all 83 rows of the prognosis table are there, 58 of them read', () => {
  const rows = prognosis.rows.filter(({ id }) => /^P\d{3}$/.test(id));
  expect(rows).toHaveLength(83);
  expect(rows.filter(({ status }) => status === 'read')).toHaveLength(58);
});

test.each([
  ['P001', 0.502],
  ['P015', 0.41],
  ['P030', 0.363],
  ['P033', 0.718],
  ['P055', 0.382],
  ['P059', 0.642],
  ['P069', 0.388],
])('%s has the spread %d of the derived table', (id, sigma) => {
  expect(prognosis.rows.find((row) => row.id === id)?.sigma).toBeCloseTo(sigma, 2);
});

test('a standard error is never taken for a spread (Malliaropoulos 2004)', () => {
  expect(prognosis.rows.find(({ id }) => id === 'P021')?.sigma).toBeUndefined();
});

const wing = await readKnowledgeFiles(KNOWLEDGE_FOLDER);
const EKSTRAND = 'prognosis/ekstrand2012.yaml';
test.each([
  [
    'a row called published that was not read',
    EKSTRAND,
    'status: read\n',
    'status: mixed\n',
    /status read with certainty published/,
  ],
  [
    'a group that is not there',
    EKSTRAND,
    'group: muscle-strain',
    'group: muscles',
    /a group of forecast\.yaml/,
  ],
  [
    'a time without an endpoint',
    EKSTRAND,
    '    endpoint: training\n',
    '',
    /a group and an endpoint beside a time/,
  ],
  ['a row number that stands twice', EKSTRAND, 'id: P031', 'id: P030', /a row number that stands once/],
  [
    'quartiles that go down',
    'prognosis/vandermade2022.yaml',
    '[20, 33.5]',
    '[33.5, 20]',
    /quartiles from low to high/,
  ],
  [
    'a presentation that is not there',
    'forecast.yaml',
    'mild: 0.8',
    'light: 0.8',
    /a presentation of hamstring-strain/,
  ],
  [
    'bands that fall',
    'forecast.yaml',
    '{ fromDegrees: 20, severity: 2 }',
    '{ fromDegrees: 20, severity: 0 }',
    /severity never falls/,
  ],
])('the check notices %s', (_name, path, from, to, says) => {
  const files: readonly AuthoredFile[] = wing.map((file) =>
    file.path === path ? { path, text: file.text.replace(from, to) } : file,
  );
  const result = loadKnowledge(files, sha256);
  if (result.ok) throw new Error('No mistake was found.');
  const found = result.refusal.filter((one) => one.file === path);
  expect(found.map((one) => one.expected).join('\n')).toMatch(says);
  expect(found.every(({ line }) => line > 1)).toBe(true);
});
