import { beforeAll, describe, expect, test } from 'vitest';
import { realKnowledge } from '../../../../test/in-process.ts';
import type { Exercise, ExercisePosition, Reach } from '../../../knowledge/index.ts';
import { bodyOf } from './body.ts';
import { drawingsOf } from './drawing.ts';
import { exerciseFigure } from './figure.ts';
import { angleTo, type Chain, distance, jointsOf, LENGTH, moved, placeOn } from './joints.ts';
import { momentsOf } from './motion.ts';
import { boxOf } from './shapes.ts';

let exercises: readonly Exercise[];
beforeAll(async () => {
  exercises = (await realKnowledge()).recovery.exercises;
  expect(exercises.length).toBeGreaterThanOrEqual(45);
});

const large = (exercise: Exercise) => String(exerciseFigure(exercise, { size: 'large' }));
const small = (exercise: Exercise) => String(exerciseFigure(exercise, { size: 'small' }));
const svgs = (html: string) => html.match(/<svg.*?<\/svg>/gs) ?? [];

const positions = () =>
  exercises.flatMap(({ id, figure }) => figure.positions.map((position) => ({ id, position })));

/** Degrees by which the second part of a limb is turned from the first. */
const bent = ([start, middle, end]: Chain) =>
  ((((angleTo(middle, end) - angleTo(start, middle) + 180) % 360) + 360) % 360) - 180;

function expectWholeLegs(position: ExercisePosition, id: string): void {
  const { leg, otherLeg, arm, otherArm } = jointsOf(position);
  for (const [hip, knee, ankle] of [leg, otherLeg]) {
    expect(distance(hip, knee), id).toBeCloseTo(LENGTH.thigh, 6);
    expect(distance(knee, ankle), id).toBeCloseTo(LENGTH.shin, 6);
  }
  for (const [shoulder, elbow, hand] of [arm, otherArm]) {
    expect(distance(shoulder, elbow), id).toBeCloseTo(LENGTH.upperArm, 6);
    expect(distance(elbow, hand), id).toBeCloseTo(LENGTH.forearm, 6);
  }
}

describe('every exercise', () => {
  test('looks different at its end than at its start', () => {
    for (const exercise of exercises) {
      const [first, last, more] = svgs(small(exercise));
      expect(last, exercise.id).toContain('<path');
      expect(first, exercise.id).not.toBe(last);
      expect(more, exercise.id).toBeUndefined();
    }
  });

  test('has its start and its end in words below, and nothing else that a screen reader reads', () => {
    for (const exercise of exercises) {
      const html = large(exercise);
      expect(html, exercise.id).not.toMatch(/NaN|undefined|Infinity|style=/);
      const read = html.replace(/<(figure|svg)[^>]* aria-hidden="true".*?<\/\1>/gs, '');
      const captions = [...read.matchAll(/<figcaption>(.*?)<\/figcaption>/gs)].map(([, words]) => words);
      expect(captions, exercise.id).toHaveLength(exercise.figure.positions.length);
      expect(captions[0]).toMatch(/^<strong>Start\.<\/strong> ./);
      expect(captions.at(-1)).toMatch(/^<strong>End\.<\/strong> ./);
      expect(read, exercise.id).not.toContain('<path');
    }
  });

  test('lies nowhere below its floor', () => {
    for (const { id, figure } of exercises)
      for (const { shapes, floor } of drawingsOf(figure, figure.positions, false)) {
        const body = shapes.filter(({ svg }) => /class="(near|far)"/.test(String(svg)));
        expect(body.length, id).toBeGreaterThan(10);
        expect(floor, id).toBeCloseTo(0, 6);
        expect(boxOf(body).bottom, id).toBeLessThanOrEqual(floor);
      }
  });

  test('does not float or sink: a foot that stays is as high at the end as at the start', () => {
    const standing = exercises.filter(({ figure }) => figure.stays?.endsWith('foot'));
    expect(standing.length).toBeGreaterThan(10);
    for (const { id, figure } of standing) {
      const heights = figure.positions.map((position) => {
        const joints = jointsOf(position);
        const { bottom } = boxOf(bodyOf(joints, position.seen, false));
        return bottom + (position.lift ?? 0) - placeOn(joints, figure.stays ?? 'hip').y;
      });
      expect(Math.max(...heights) - Math.min(...heights), id).toBeLessThan(6);
    }
  });

  test('seen from the side keeps the lengths of its limbs', () => {
    for (const { id, position } of positions()) if (position.seen !== 'front') expectWholeLegs(position, id);
  });

  test('bends its elbows forward, also where a hand reaches for something', () => {
    for (const { id, position } of positions()) {
      if (position.seen === 'front') continue;
      const { arm, otherArm } = jointsOf(position);
      for (const one of [arm, otherArm]) {
        expect(bent(one), id).toBeGreaterThan(-6);
        expect(bent(one), id).toBeLessThan(166);
      }
    }
  });

  test('has hands that get to what they reach for', () => {
    const gap = (position: ExercisePosition, hand: 'hand' | 'other-hand', reach: Reach | undefined) => {
      if (!reach) return 0;
      const joints = jointsOf(position);
      return distance(placeOn(joints, hand), moved(placeOn(joints, reach.to), reach.shift));
    };
    for (const { id, position } of positions()) {
      expect(gap(position, 'hand', position.hand), id).toBeLessThan(1);
      expect(gap(position, 'other-hand', position.otherHand), id).toBeLessThan(1);
    }
  });

  test('has a stripe on the sore leg where only the sore leg works, and nowhere else', () => {
    for (const exercise of exercises) {
      const stripes = small(exercise).match(/class="sore"/g)?.length ?? 0;
      expect(stripes > 0, exercise.id).toBe(exercise.sides === 'affected');
    }
  });
});

describe('a movement', () => {
  test('begins at the start and ends at the end', () => {
    const moving = exercises.filter((exercise) => momentsOf(exercise).length > 0);
    expect(moving.length).toBeGreaterThan(25);
    for (const exercise of moving) {
      const { positions } = exercise.figure;
      const moments = momentsOf(exercise);
      for (const [written, moment] of [
        [positions[0], moments[0]],
        [positions.at(-1), moments.at(-1)],
      ] as const) {
        if (!written || !moment) throw new Error(`${exercise.id} has no start or no end.`);
        const [a, b] = [jointsOf(written), jointsOf(moment)];
        for (const part of ['leg', 'otherLeg', 'arm', 'otherArm'] as const)
          for (const [index, point] of a[part].entries())
            expect(distance(point, b[part][index] ?? point), `${exercise.id} ${part}`).toBeLessThan(1e-6);
      }
    }
  });

  test('keeps limbs as long as they are, and knees that bend backward, at every moment between', () => {
    for (const exercise of exercises)
      for (const moment of momentsOf(exercise)) {
        if (moment.seen === 'front') continue;
        expectWholeLegs(moment, exercise.id);
        const { leg, otherLeg } = jointsOf(moment);
        for (const one of [leg, otherLeg]) expect(-bent(one), exercise.id).toBeGreaterThan(-6);
      }
  });

  test('is none where nothing moves, where the view changes, and in walking, running and cycling', () => {
    const isStill = (id: string) => {
      const exercise = exercises.find((one) => one.id === id);
      if (!exercise) throw new Error(`There is no ${id}.`);
      return momentsOf(exercise).length === 0 && !large(exercise).includes('class="motion"');
    };
    expect(['heel-dig', 'rotating-plank', 'run-walk', 'easy-bike'].filter((id) => !isStill(id))).toEqual([]);
    expect(isStill('nordic-lower')).toBe(false);
  });

  test('is a strip of frames, each one frame further', () => {
    for (const exercise of exercises) {
      const film = svgs(large(exercise)).find((one) => one.includes('class="film"'));
      if (!film) continue;
      const width = Number(/viewBox="\S+ \S+ (\S+)/.exec(film)?.[1]);
      const steps = [...film.matchAll(/translate\((\S+)\)/g)].map(([, x]) => Number(x) / width);
      expect(steps.length).toBe(8);
      for (const [index, step] of steps.entries()) expect(step, exercise.id).toBeCloseTo(index, 2);
    }
  });
});
