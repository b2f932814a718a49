// Every text of a catalogue, for the tests of words: plain texts as they are, functions called with sample values.

/** Values by the kind of argument, told apart by their look in a text. */
const NUMBERS = [11, 22, 33, 44, 55];
const TEXTS = ['Alpha', 'Bravo', 'Charlie', 'Delta', 'Echo'];

/** Functions that want something else than numbers or texts, by the end of their path. */
const SAMPLES: Readonly<Record<string, readonly unknown[]>> = {
  'result.strength': ['clear', '× 2.5'],
  'firmness.urgency': [2, 'Bravo', 'Charlie'],
  'firmness.leader': [2, 'Bravo', 'Charlie'],
  'firmness.hadYouAnswered': [['Alpha', 'Bravo', 'Charlie']],
  'chart.onDays': ['Alpha', 22],
  'chart.sameStage': [11, 'Bravo'],
  'chart.stages': [11, 'Bravo', 33, 'Delta'],
  'chart.toldOnce': ['Alpha', 22],
  'chart.trend': ['Alpha', 5, 3, 7],
  'chart.runs': [11, 22, 33],
  'summary.percent': [0.55],
  'summary.about': [11, 'left', 33, 44],
  'ofAssess.hangsOn': [['Alpha', 'Bravo'], true],
  'ofRecover.goalTooSoon': [true, 'Bravo', 'Charlie'],
  'ofRecover.forecast.most': ['running', 'Bravo', 'Charlie'],
  'ofRecover.forecast.neverTimed': [['running', 'training']],
  'ofRecover.forecast.restsOn': [11, 'Bravo', 33, true],
  'ofRecover.forecast.thin': [11, 2],
  'ofRecover.calendar.side': ['left'],
  'overview.forecastFor': ['Alpha', false, true],
  'result.pivot': ['Alpha', 'Bravo', 'Charlie', true, 'Echo'],
  'result.version': ['Alpha', 'Bravo', false],
  'numbers.people': [0.55],
  'numbers.range': [0.11, 0.55],
  'screen.page': ['Alpha', 22, 33],
  'question.position': ['Alpha', 22, 33],
  'planOfResult.stageAfter': ['Alpha', 'Bravo', 33],
  'forms.wholeNumber': ['Alpha', 22, 33],
  'forms.wholeNumberOrEmpty': ['Alpha', 22, 33],
  'forms.newerFile': ['Alpha', 22],
  'forms.badEntry': [11, 'Bravo', 'Charlie'],
  'forms.badRun': [11, 'Bravo', 'Charlie'],
  'recover.stageOf': [11, 22, 'Charlie'],
  'supplies.fromStage': [11, 'Bravo', 'Charlie'],
  'summary.where': ['Alpha', 22, 33, 44, 'Echo'],
  'ofRecover.stepOf': ['Alpha', 22, 33],
  'ofRecover.calendar.step': ['Alpha', 22, 33],
  'ofRecover.dose.minutes': ['Alpha', false],
};

export interface Entry {
  /** Keys that lead there, joined by dots. */
  readonly path: string;
  readonly text: string;
  /** The sample values that a function was called with. */
  readonly given: readonly unknown[];
}

/** Leaves out dates, which are not texts, and what is only for scripts. */
const NOT_TEXTS = /^(tongue|dates|figures|desk\.moments)\b/;

/** Every text in the order of the catalogue. */
export function entriesOf(catalogue: object, path = ''): readonly Entry[] {
  return Object.entries(catalogue).flatMap(([key, value]: [string, unknown]): readonly Entry[] => {
    const here = path === '' ? key : `${path}.${key}`;
    if (NOT_TEXTS.test(here)) return [];
    if (typeof value === 'function') {
      const given = SAMPLES[here] ?? argumentsFor(value as (...given: unknown[]) => unknown);
      const said: unknown = value(...given);
      return [{ path: here, text: plain(Array.isArray(said) ? said.join(' ') : String(said)), given }];
    }
    if (value instanceof String || typeof value === 'string')
      return [{ path: here, text: plain(String(value)), given: [] }];
    return value && typeof value === 'object' ? entriesOf(value, here) : [];
  });
}

/** Texts where they will do, else numbers. */
function argumentsFor(value: (...given: unknown[]) => unknown): readonly unknown[] {
  const said = String(value);
  const given = TEXTS.slice(0, value.length);
  return /\b(many|n|age|days|most|works|findings|months|rounds|stage|step|day|at|hundred|ofTen|value)\b/.test(
    said.slice(0, said.indexOf('=>')),
  )
    ? NUMBERS.slice(0, value.length)
    : given;
}

/** The text of a piece of HTML. */
export function plain(markup: string): string {
  return markup
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
