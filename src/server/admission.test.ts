import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openAdmission } from './admission.ts';

/** Long enough for whoever stands in front to be let in. */
const nextTurn = async () => {
  for (let turn = 0; turn < 4; turn++) await new Promise((resolve) => setImmediate(resolve));
};

describe('admission', () => {
  test('lets in whoever comes while there is room, and the others when somebody leaves', async () => {
    const door = openAdmission(100, () => 0);
    const first = await Promise.all([door.enter(), door.enter(), door.enter(), door.enter()]);
    expect(first).toEqual([true, true, true, true]);
    const fifth = door.enter();
    expect([door.inside(), door.waiting()]).toEqual([4, 1]);
    door.leave();
    expect(await fifth).toBe(true);
    expect([door.inside(), door.waiting()]).toEqual([4, 0]);
  });

  test('sends away whoever has waited longer than it has patience for', async () => {
    let now = 0;
    const door = openAdmission(100, () => now);
    for (let i = 0; i < 4; i += 1) await door.enter();
    const [late, next] = [door.enter(), door.enter()];
    now = 101;
    door.leave();
    expect(await late).toBe(false);
    expect(await next).toBe(false);
    expect([door.inside(), door.waiting()]).toEqual([3, 0]);
  });

  test('sends away at once whoever would have to wait too long, going by the turns so far', async () => {
    let now = 0;
    const door = openAdmission(100, () => now);
    for (let i = 0; i < 4; i += 1) await door.enter();
    for (let i = 0; i < 30; i += 1) {
      void door.enter();
      now += 50;
      door.leave();
      await nextTurn();
    }
    // A turn takes nearly 50 ms, so of 100 ms nobody behind the third can be served in time.
    const crowd = await Promise.all(
      Array.from({ length: 10 }, () => Promise.race([door.enter(), nextTurn()])),
    );
    expect(crowd.filter((admitted) => admitted === false)).toHaveLength(7);
    expect(door.waiting()).toBe(3);
  });

  test('has hardly any patience once the queue has not been empty for as long as patience lasts', async () => {
    let now = 0;
    const door = openAdmission(100, () => now);
    for (let i = 0; i < 4; i += 1) await door.enter();
    // One waits in front of another all the time, each turn takes a millisecond: nobody waits long, but it never ends.
    let waits = door.enter();
    const outcomes: boolean[] = [];
    for (; now < 200; now += 1) {
      const next = door.enter();
      door.leave();
      await nextTurn();
      outcomes.push(await waits);
      waits = next;
    }
    expect(outcomes, 'who is served at once is served still').not.toContain(false);
    // Then turns become slower: 20 ms would be borne in a burst, and are not now.
    now += 20;
    door.leave();
    await nextTurn();
    expect(await waits).toBe(false);
    // After a rest there is patience again.
    for (let i = 0; i < 3; i += 1) door.leave();
    now += 1000;
    for (let i = 0; i < 4; i += 1) await door.enter();
    const late = door.enter();
    now += 20;
    door.leave();
    expect(await late).toBe(true);
  });

  test('gives turns also while some ask again as soon as they are sent away', async () => {
    let now = 0;
    const door = openAdmission(100, () => now);
    let admitted = false;
    void door.enter().then(() => {
      admitted = true;
    });
    let turns = 0;
    for (; !admitted && turns < 40; turns++) {
      // Somebody arrives in every turn of the loop, so it is never quiet; such a turn takes half a millisecond.
      void door.enter();
      now += 0.5;
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(turns).toBeLessThanOrEqual(5);
  });

  test('who waits for the disk holds no turn, and goes on without another', async () => {
    const door = openAdmission(100, () => 0);
    for (let i = 0; i < 4; i += 1) await door.enter();
    const fifth = door.enter();
    let written: () => void = () => {};
    const back = door.aside(
      new Promise<string>((resolve) => {
        written = () => resolve('on disk');
      }),
    );
    expect(await fifth, 'has the turn that was given back').toBe(true);
    expect(door.inside()).toBe(4);
    const sixth = door.enter();
    written();
    expect(await back).toBe('on disk');
    await nextTurn();
    expect([door.inside(), door.waiting()], 'five go on, nobody more is let in').toEqual([5, 1]);
    door.leave();
    await nextTurn();
    expect([door.inside(), door.waiting()]).toEqual([4, 1]);
    door.leave();
    expect(await sixth).toBe(true);
    const failing = door.aside(Promise.reject(new Error('The disk is full.')));
    await expect(failing).rejects.toThrow('full');
    expect(door.inside()).toBe(4);
  });

  test('behind a disk that hangs the queue fills in the end, and turns away', async () => {
    let now = 0;
    const door = openAdmission(100, () => now);
    const never = new Promise<void>(() => {});
    let [served, away] = [0, 0];
    for (; away === 0 && served < 1000; served += 1) {
      const entered = door.enter();
      await nextTurn();
      now += 101;
      // Whoever comes when all turns are held waits, and is told so by the next turn that is given.
      if (door.waiting() > 0) away += 1;
      else if (await entered) void door.aside(never);
    }
    expect([served - 1, door.inside()]).toEqual([256 + 4, 4]);
  });

  test('whoever is let in is let in once, never more than four at a time, and nobody is forgotten', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ comes: fc.boolean(), after: fc.nat(80) }), { maxLength: 60 }),
        async (steps) => {
          let now = 0;
          const door = openAdmission(100, () => now);
          let [asked, inside, settled] = [0, 0, 0];
          for (const { comes, after } of steps) {
            now += after;
            if (comes) {
              asked += 1;
              void door.enter().then((admitted) => {
                settled += 1;
                if (admitted) inside += 1;
              });
            } else if (inside > 0) {
              inside -= 1;
              door.leave();
            }
            await nextTurn();
            expect(door.inside()).toBeLessThanOrEqual(4);
            expect(door.inside()).toBe(inside);
          }
          while (inside > 0) {
            inside -= 1;
            door.leave();
            await nextTurn();
          }
          expect(settled).toBe(asked);
          expect([door.inside(), door.waiting()]).toEqual([0, 0]);
        },
      ),
    ));
});
