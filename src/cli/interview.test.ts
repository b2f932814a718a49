import { afterAll, describe, expect, it } from 'vitest';
import type { Finding } from '../knowledge/index.ts';
import { readState, readTicks } from './replies.ts';
import { folderWith, removeFolders, TINY } from './test-knowledge.ts';
import { run } from './test-run.ts';

afterAll(removeFolders);

const knowledge = folderWith(TINY);
const interview = (...lines: string[]) => run(['assess', '--knowledge', knowledge], `${lines.join('\n')}\n`);

describe('the interview through a pipe', () => {
  it('goes to the end and prints the result', () => {
    const { code, out, err } = interview('0', '1', '1', '2');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('1. Pulled muscle');
    expect(out).toContain('Your answers were not stored.');
  });

  it('shows the steps, the stop rule and the accuracy of a self-test', () => {
    const { out } = interview('0', '1', '1', '2');
    for (const part of [
      '1. Sit down.',
      '2. Press the spot.',
      'Stop: Stop at sharp pain.',
      'Nobody has measured it.',
    ]) {
      expect(out).toContain(part);
    }
  });

  it('stops at once with the emergency card when a danger sign is ticked', () => {
    const { code, out } = interview('1,2');
    expect(code).toBe(0);
    expect(out).toContain('EMERGENCY: Get emergency help now');
    expect(out).not.toContain('How old are you?');
  });

  it('does not ask about the other lines first when one ticked line is an emergency', () => {
    const { out } = interview('1 ?');
    expect(out).toContain('EMERGENCY');
    expect(out).not.toContain('Is one leg swollen?');
  });

  it('asks each unticked line alone after ?, and keeps "not sure" apart from no', () => {
    const { out } = interview('?', '1', 'u', '1', '1', '2');
    expect(out).toContain('Is the seat numb?');
    expect(out).toContain('Is one leg swollen?');
    expect(out).toContain('You were not sure about these');
  });

  it('takes the last answer back with b, also a tick list', () => {
    const { code, out } = interview('1x', '2', 'b', '0', '2', 'b', '1', '1', '2');
    expect(code).toBe(0);
    expect(out.match(/Is any of this so now\?/g)).toHaveLength(2);
    expect(out).toContain('You are under 40.');
    expect(out).not.toContain('You are 40 or over.');
  });

  it('says why it asks with w', () => {
    expect(interview('w', 'q').out).toContain('1. It can mean squeezed nerves.');
    expect(interview('0', 'w', 'q').out).toContain('Age changes what is likely.\nEverybody is asked this.');
  });

  it('never takes an empty line for none of these', () => {
    const { out } = interview('', '0', '', 'q');
    expect(out).toContain('0 for none, or ? if you are not sure.');
    expect(out).toContain('Type one number from 1 to 2, or u if you are not sure.');
  });

  it('says that the input ended and exits with 2', () => {
    const { code, err } = interview('0', '1');
    expect(code).toBe(2);
    expect(err).toContain('The input ended before the interview did');
    expect(run(['assess', '--knowledge', knowledge]).code).toBe(2);
  });

  it('exits with 130 when the runner quits', () => {
    const { code, err } = interview('q');
    expect(code).toBe(130);
    expect(err).toContain('Nothing was stored.');
  });
});

describe('replies', () => {
  const finding = (id: string) => ({ id, states: [{ id: 'no' }, { id: 'yes' }] }) as unknown as Finding;
  const three = ['a', 'b', 'c'].map(finding);

  it.each([
    { text: '0', answers: { a: 'no', b: 'no', c: 'no' }, alone: [] },
    { text: '1,3', answers: { a: 'yes', b: 'no', c: 'yes' }, alone: [] },
    { text: ' 3 1 ', answers: { a: 'yes', b: 'no', c: 'yes' }, alone: [] },
    { text: '?', answers: {}, alone: ['a', 'b', 'c'] },
    { text: '2,?', answers: { b: 'yes' }, alone: ['a', 'c'] },
    { text: '2?', answers: { b: 'yes' }, alone: ['a', 'c'] },
  ])('a tick list reads $text', ({ text, answers, alone }) => {
    expect(readTicks(text, three)).toEqual({ kind: 'answers', answers, alone });
  });

  it.each(['', '4', '0,1', '1,x', '-1', '1.5', 'none'])('a tick list asks again after "%s"', (text) => {
    expect(readTicks(text, three).kind).toBe('unclear');
  });

  it('a question reads the number of a state, or u', () => {
    expect(readState('2', finding('a'))).toMatchObject({ answers: { a: 'yes' } });
    expect(readState('U', finding('a'))).toMatchObject({ answers: { a: 'unsure' } });
  });

  it.each(['', '0', '3', '1,2', 'yes'])('a question asks again after "%s"', (text) => {
    expect(readState(text, finding('a')).kind).toBe('unclear');
  });
});
