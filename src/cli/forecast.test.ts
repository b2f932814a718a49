import { describe, expect, it } from 'vitest';
import { run } from './test-run.ts';

describe('forecast', () => {
  it('says ranges in plain words', () => {
    const { code, out, err } = run(['forecast', 'hamstring-strain']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.replace(/\s+/g, ' ')).toContain('Most people like this are back to easy running between');
  });

  it('reads what is known of the runner and prints days as JSON', () => {
    const { code, out } = run(
      ['forecast', 'hamstring-strain', '--facts', '-', '--json'],
      '{"daysSoFar": 30, "age": 45}',
    );
    expect(code).toBe(0);
    const told = JSON.parse(out);
    expect(told.returns[0]).toMatchObject({ endpoint: 'running', median: expect.any(Number), timed: false });
    expect(told.returns[0].eighty.from).toBeGreaterThanOrEqual(30);
  });

  it.each([
    ['a fact it does not know', '{"daySofar": 3}', 'Did you mean daysSoFar'],
    ['a fact that cannot be', '{"age": 400}', 'expected a number from 5 to 120 years, found 400'],
    ['a presentation that is not one', '{"presentation": "grade-9"}', 'expected one of mild'],
    ['a list', '[]', 'expected a JSON object'],
  ])('refuses %s and says what to do', (_name, input, says) => {
    const { code, err } = run(['forecast', 'hamstring-strain', '--facts', '-'], input);
    expect(code).not.toBe(0);
    expect(err).toContain(says);
  });

  it('says so when no study timed the cause', () => {
    const { code, out } = run(['forecast', 'muscle-cramp']);
    expect({ code, out: out.trim() }).toEqual({
      code: 0,
      out: 'No study has timed the way back from this, so there is no forecast.',
    });
  });
});

describe('evaluate-forecast', () => {
  it('prints JSON with the promised keys', () => {
    const { code, out } = run(['evaluate-forecast', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      rows: 48,
      within50: expect.any(Number),
      within80: expect.any(Number),
      medianAbsLogRatio: expect.any(Number),
      baseline: {
        within50: expect.any(Number),
        within80: expect.any(Number),
        medianAbsLogRatio: expect.any(Number),
      },
      misses: expect.any(Array),
    });
  });
});
