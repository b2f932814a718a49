// What an advice asks the body to do. Actions form a small tree: whoever forbids an action forbids everything that is
// part of it ("anti-inflammatory" means tablets and gel alike), while an advice always names a single thing, so that it
// is never half allowed. The words are what a runner reads.

export const ACTIONS = [
  'run',
  'walk',
  'hop',
  'load',
  'stretch',
  'hamstring-stretch',
  'buttock-stretch',
  'nerve-slide',
  'massage',
  'heat',
  'ice',
  'compress',
  'raise',
  'painkiller',
  'paracetamol',
  'anti-inflammatory',
  'anti-inflammatory-tablet',
  'anti-inflammatory-gel',
  'prescription-painkiller',
  'cramp-tablet',
  'stimulant',
  'drink',
  'drink-to-thirst',
  'sports-drink',
  'salt-tablet',
  'alcohol',
  'rest',
  'seek-care',
  'inform',
] as const;

export type Action = (typeof ACTIONS)[number];

/** What only the first aid of a red flag asks for. */
export const FIRST_AID = [
  'cool',
  'keep-still',
  'sit-up',
  'lie-down',
  'leg-level',
  'leave-leg',
  'take-off-bandage',
  'press-on-bleed',
  'keep-statin',
  'pause-statin',
] as const;

/** What a line of first aid can ask for. */
export type Measure = Action | (typeof FIRST_AID)[number];

/** Tells whether a measure is an action that an advice may name, too. */
export function isAction(measure: Measure): measure is Action {
  return (ACTIONS as readonly string[]).includes(measure);
}

/** What may be restricted. Rest, finding help and knowing what to say can always be advised. */
export const RESTRICTABLE = ACTIONS.filter(
  (action) => action !== 'rest' && action !== 'seek-care' && action !== 'inform',
);

const PART_OF: Readonly<Partial<Record<Measure, Action>>> = {
  'hamstring-stretch': 'stretch',
  'buttock-stretch': 'stretch',
  'nerve-slide': 'stretch',
  paracetamol: 'painkiller',
  'anti-inflammatory': 'painkiller',
  'prescription-painkiller': 'painkiller',
  'anti-inflammatory-tablet': 'anti-inflammatory',
  'anti-inflammatory-gel': 'anti-inflammatory',
  'drink-to-thirst': 'drink',
  'sports-drink': 'drink',
};

export const ACTION_NAMES: Readonly<Record<Action, string>> = {
  run: 'Running',
  walk: 'Walking it off',
  hop: 'Hopping and jumping',
  load: 'Strength work',
  stretch: 'Stretching',
  'hamstring-stretch': 'Stretching the back of the thigh',
  'buttock-stretch': 'Stretching the buttock',
  'nerve-slide': 'Nerve slides',
  massage: 'Massage and foam rolling',
  heat: 'Heat',
  ice: 'Ice',
  compress: 'A tight bandage',
  raise: 'Raising the leg',
  painkiller: 'Painkillers of any kind',
  paracetamol: 'Paracetamol (acetaminophen)',
  'anti-inflammatory': 'Anti-inflammatory tablets or gel (ibuprofen, naproxen, diclofenac)',
  'anti-inflammatory-tablet': 'Anti-inflammatory tablets (ibuprofen, naproxen, aspirin)',
  'anti-inflammatory-gel': 'Anti-inflammatory gel (ibuprofen, diclofenac)',
  'prescription-painkiller': 'Codeine and other painkillers on prescription',
  'cramp-tablet': 'Quinine for cramps',
  stimulant: 'Caffeine and pre-workout powders',
  drink: 'Drinking',
  'drink-to-thirst': 'Drinking to thirst',
  'sports-drink': 'Sports drinks',
  'salt-tablet': 'Salt tablets',
  alcohol: 'Alcohol',
  rest: 'Rest',
  'seek-care': 'Finding help',
  inform: 'Knowing and noting things',
};

/** The measure and everything it is part of, narrowest first. */
export function measureAndWider(measure: Measure): readonly Measure[] {
  const wider = PART_OF[measure];
  return wider ? [measure, ...measureAndWider(wider)] : [measure];
}

/** Tells whether other actions are part of this one. */
export function isGroup(action: Action): boolean {
  return Object.values(PART_OF).includes(action);
}
