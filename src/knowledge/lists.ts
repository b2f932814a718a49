// Lists that are types as well: places, kinds, colours. They stand apart from the schemas that are built of them, because the device's
// code needs the lists and not one schema: with both in one file it carried TypeBox and every schema along.

/** The regions of the body picture. `src/pages` draws each of them: a new one has to be drawn there first. */
export const BODY_REGIONS = [
  'low-back',
  'upper-buttock',
  'deep-buttock',
  'sit-bone',
  'upper-thigh-inner',
  'upper-thigh-outer',
  'middle-thigh-inner',
  'middle-thigh-outer',
  'lower-thigh-inner',
  'lower-thigh-outer',
  'back-of-knee',
  'calf',
  'groin',
  'front-of-thigh',
  'shin-and-foot',
] as const;

/** Where on the figure something is; also where a hand can reach to. */
export const PLACES = ['hip', 'shoulder', 'head', 'hand', 'other-hand'] as const;

export const SELF_TEST_PLACES = [
  ...PLACES,
  'sore-hip',
  'sore-thigh',
  'sore-knee',
  'sore-calf',
  'sore-foot',
  'well-hip',
  'well-thigh',
  'well-knee',
  'well-calf',
  'well-foot',
] as const;

export const EXERCISE_PLACES = [
  ...PLACES,
  'thigh',
  'knee',
  'calf',
  'foot',
  'other-thigh',
  'other-knee',
  'other-calf',
  'other-foot',
] as const;

export const PLACES_ON_FIGURE = [...SELF_TEST_PLACES, ...EXERCISE_PLACES.slice(PLACES.length)] as const;

export const FURNITURE = [
  'chair',
  'chair-behind',
  'high-table',
  'table',
  'mat',
  'mat-from-above',
  'towel',
] as const;

export const KIT = [
  'anchor',
  'band-above',
  'band-behind',
  'band-round-thighs',
  'bench',
  'bike',
  'box',
  'hill',
  'hill-ahead',
  'pillow',
  'plumb',
  'rail',
  'roller-above-knee',
  'roller-under-thigh',
  'slider',
  'speed',
  'stick',
  'treadmill',
  'wall',
  'weight',
] as const;

export const THINGS = [...FURNITURE, ...KIT] as const;

/** What a dose counts in, besides the two texts `load` and `tempo`. */
export const DOSE_NUMBERS = [
  'sets',
  'reps',
  'holdSeconds',
  'minutes',
  'metres',
  'effortPercent',
  'perDay',
  'perWeek',
] as const;

/** What a limit asks for. Worst first. */
export const COLOURS = ['refer', 'red', 'amber'] as const;

/** How far a clinician's clearance goes, from least to most. */
export const CLEARANCES = ['exercise', 'running', 'everything'] as const;

export const GOALS = ['easy-run', 'race', 'sprint'] as const;

export const MEASURE_KINDS = ['daily', 'test', 'derived'] as const;

/** Figures that the day's decision rests on. */
export const DAY_FIGURES = [
  'goodSessions',
  'holdsAtMost',
  'restAfterRedDays',
  'pauseReds',
  'pauseWithinDays',
  'pauseDays',
  'referReds',
  'referWithinDays',
  'gapDays',
  'usualDays',
  'weekRise',
  'earlyWeeksDays',
  'youngestAge',
  'variantShare',
  'olderAge',
] as const;

/** What the code itself says each day; recovery.yaml gives each its sentence and source. */
export const DAY_RULES = [
  'red-flag',
  'screen-unsure',
  'urgent-result',
  'clearance-needed',
  'growing-bones',
  'refer',
  'three-reds',
  'stage-too-long',
  'two-reds',
  'paused',
  'red',
  'rest-after-red',
  'gap',
  'third-hold',
  'amber',
  'week-rise',
  'masked',
  'morning-missing',
  'measure-missing',
  'screen-missing',
  'too-soon',
  'one-more-good',
  'pain-rising',
  'not-calm',
  'too-early',
  'criterion-unmet',
  'advance',
  'no-check-in',
  'carry-on',
  'keep',
  'plan-done',
] as const;

/** Where a thing is got: bought, in most homes already, or where one goes (a gym, a hill). */
export const FOUND = ['shop', 'house', 'place'] as const;

/** How far a figure was read; only `read` rows are scored. */
export const ROW_STATUSES = ['read', 'read-secondary', 'mixed', 'unverified'] as const;

/** The three returns of a runner, in their order. */
export const ENDPOINTS = ['running', 'training', 'racing'] as const;

export const TISSUES = ['muscle', 'tendon', 'bone', 'nerve', 'any'] as const;

export const LEVELS_OF_SPORT = ['professional', 'mixed', 'recreational'] as const;

export const DAY_SEVEN = ['better', 'as-expected', 'worse'] as const;

/** The parts of the knowledge that runners read, for saying which of them a language has whole. */
export const AREAS = [
  'findings',
  'screens',
  'red-flags',
  'levels',
  'gates',
  'care',
  'clinical-names',
  'recovery',
  'training',
] as const;

/** What the evidence says of a claim; what each word means is published at /guide/verdicts. */
export const VERDICTS = ['supported', 'partly', 'unsupported', 'contradicted', 'outdated', 'advice'] as const;

export const GUIDE_PARTS = ['first', 'causes', 'care', 'running', 'about'] as const;

export const FINDING_KINDS = ['symptom', 'sign', 'self-test', 'context', 'red-flag'] as const;

export const GATE_EFFECTS = ['withhold', 'ask', 'caution'] as const;
