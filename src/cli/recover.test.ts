import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { run } from './test-run.ts';

const CASES = fileURLToPath(new URL('../../cases/', import.meta.url));
const SPRINTER = join(CASES, 'example-sprinter.json');
const FLARE = join(CASES, 'stories', 'strain-with-a-flare.jsonl');

describe('plan', () => {
  it('prints stage, week, criteria with their sources, and says plainly when a race cannot be met', () => {
    const { code, out, err } = run([
      'plan',
      '--answers',
      SPRINTER,
      '--start',
      '2026-03-02',
      '--goal',
      'race',
      '--goal-date',
      '2026-03-20',
    ]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Stage 1 of 6: Calm it down');
    expect(out).toContain('You walk without a limp. [heiderscheit2010; published]');
    expect(out).toMatch(/race on 2026-03-20 cannot be\s+met/);
    expect(out).toContain('No clinician has reviewed it.');
  });

  it('prints JSON with stable session ids', () => {
    const args = ['plan', '--diagnosis', 'sciatica', '--start', '2026-03-02', '--json'];
    const first = JSON.parse(run(args).out);
    expect(first).toMatchObject({
      kind: 'open',
      plan: { id: 'sciatica-2026-03-02' },
      stage: { id: 'settle' },
    });
    expect(first.sessions[0].id).toBe('sciatica-2026-03-02-2026-03-02-exercises');
    expect(JSON.parse(run(args).out)).toEqual(first);
  });

  it('prints a calendar file whose events keep their identifiers, and nothing beside it', () => {
    const args = ['plan', '--answers', SPRINTER, '--start', '2026-03-02', '--ics'];
    const uids = (text: string) => [...text.matchAll(/^UID:.*$/gm)].map(([line]) => line);
    const { code, out, err } = run(args);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/);
    expect(uids(out).length).toBeGreaterThan(5);
    expect(uids(run([...args, '--discreet', '--at', '07:30']).out)).toEqual(uids(out));
  });

  it('has nothing for a calendar while the plan is locked, and says why', () => {
    const { code, out, err } = run(['plan', '--diagnosis', 'femoral-stress-fracture', '--ics']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('nothing to put into a calendar');
  });

  it('prints what the plan needs, with what else will do and from which stage', () => {
    const { code, out } = run(['plan', '--answers', SPRINTER, '--start', '2026-03-02', '--supplies']);
    expect(code).toBe(0);
    expect(out).toContain('[ ] Cold pack. Or: A bag of frozen peas');
    expect(out.replace(/\s+/g, ' ')).toContain(
      'Exercise band. Or: The inner tube of a bicycle tyre. From stage',
    );
    const json = JSON.parse(run(['plan', '--diagnosis', 'sciatica', '--supplies', '--json']).out);
    expect(json.care).toEqual([]);
    expect(json.shop[0]).toMatchObject({ kit: 'stick', substitute: 'A hiking pole.', certainty: 'estimate' });
  });

  it('is locked with the reason for a bone stress injury without a clinician’s word', () => {
    const { code, out } = run(['plan', '--diagnosis', 'femoral-stress-fracture', '--start', '2026-03-02']);
    expect(code).toBe(0);
    expect(out).toContain('Locked.');
    expect(out).not.toContain('This week');
  });

  it('is locked while a danger sign stands', () => {
    const { out } = run(
      ['plan', '--answers', '-', '--start', '2026-03-02', '--json'],
      '{"one-leg-swelling": "yes", "onset": "sudden", "mechanism": "sprinting", "worst-place": "mid-thigh", "pop": "yes"}',
    );
    const plan = JSON.parse(out);
    expect(['locked', 'none']).toContain(plan.kind);
    expect(plan.sessions).toBeUndefined();
  });

  it.each([
    { args: [], says: 'give --answers FILE or --diagnosis ID' },
    { args: ['--diagnosis', 'sciatica', '--ics', '--json'], says: 'cannot both be printed' },
    { args: ['--diagnosis', 'sciatica', '--at', '07:30'], says: 'give --ics as well' },
    { args: ['--diagnosis', 'sciatica', '--ics', '--at', '7'], says: 'Give it as 07:30' },
    { args: ['--diagnosis', 'sciatika'], says: 'Did you mean sciatica?' },
    { args: ['--diagnosis', 'sciatica', '--start', 'soon'], says: 'is no date' },
    { args: ['--diagnosis', 'sciatica', '--goal', 'win'], says: 'is none of easy-run, race, sprint' },
    { args: ['--diagnosis', 'sciatica', '--days', '9'], says: 'days a week from 1 to 7' },
    { args: ['--diagnosis', 'sciatica', '--kit', 'anvil'], says: 'Expected kit:' },
    { args: ['--diagnosis', 'hamstring-strain', '--grade', 'nine'], says: 'one of mild' },
    {
      args: ['--diagnosis', 'sciatica', '--clearance', 'most'],
      says: 'none of exercise, running, everything',
    },
  ])('refuses $args', ({ args, says }) => {
    const { code, err } = run(['plan', ...args]);
    expect(code).toBe(2);
    expect(err).toContain(says);
  });
});

describe('replay', () => {
  it('prints a decision, its rule and why for each day', () => {
    const { code, out, err } = run(['replay', FLARE]);
    expect(code).toBe(0);
    expect(out).toContain('strain-during-red');
    expect(out).toContain('rest-after-red');
    expect(err).toContain('21 of 21 days as expected.');
  });

  it('prints the same wherever the computer stands, on both sides of a clock change', () => {
    const story = join(CASES, 'stories', 'mild-strain-goes-well.jsonl');
    const at = (TZ: string) => run(['replay', story, '--json'], '', { TZ }).out;
    expect(at('Pacific/Kiritimati')).toBe(at('America/Los_Angeles'));
    expect(at('Europe/Berlin')).toBe(at('UTC'));
  });

  it('marks a day that is not as expected and exits with 1', () => {
    const { code, out } = run(
      ['replay', '-'],
      [
        '{"id":"a","about":"2026-03-02","zone":"UTC","recordedAt":"2026-03-02T07:00:00Z","type":"diagnosis-entered","condition":"sciatica"}',
        '{"id":"b","about":"2026-03-02","zone":"UTC","recordedAt":"2026-03-02T07:00:00Z","type":"plan-started","runner":{"daysAWeek":3,"usualRunMinutes":30,"longestRunMinutes":40,"goal":{"kind":"easy-run"},"side":"left","age":40}}',
        '{"expected":{"date":"2026-03-02","decision":"advance"},"because":"A wish.","source":"nice-ng59"}',
      ].join('\n'),
    );
    expect(code).toBe(1);
    expect(out).toMatch(/\[expected\s+advance\]/);
  });

  it('collects every mistake with its line', () => {
    const { code, err } = run(
      ['replay', '-'],
      [
        '{"id":"a"',
        '{"id":"a","about":"2026-02-30","zone":"UTC","recordedAt":"2026-03-02T07:00:00Z","type":"closed"}',
        '{"id":"a","about":"2026-03-02","zone":"Mars/Base","recordedAt":"2026-03-02T07:00:00Z","type":"closed"}',
        '{"id":"a","about":"2026-03-02","zone":"UTC","recordedAt":"2026-03-02T07:00:00Z","type":"chequed-in"}',
        '{"id":"a","about":"2026-03-02","zone":"UTC","recordedAt":"2026-03-02T07:00:00Z","type":"checked-in","values":{"painMorning":12}}',
      ].join('\n'),
    );
    expect(code).toBe(2);
    for (const line of [1, 2, 3, 4, 5]) expect(err).toContain(`standard input:${line}\n`);
    expect(err).toContain('Did you mean checked-in?');
    expect(err).toContain('painMorning from 0 to 10');
    expect(err).toContain('5 mistakes');
  });
});

describe('knowledge show', () => {
  it('shows a plan and an exercise with every dose and threshold and its source', () => {
    const plan = run(['knowledge', 'show', 'bone-stress-injury']).out;
    expect(plan).toContain('painDuring ≥ 1');
    expect(plan).toContain('[george2024');
    const exercise = run(['knowledge', 'show', 'nordic-lower']).out;
    expect(exercise).toContain('Start: Kneeling upright');
    expect(exercise).toContain('[vandyk2019; published]');
  });
});
