// A timer for holds and for runs with walks in between. The page works without it: a button with `data-timer` is hidden until
// this script shows it.
//
//   <button type="button" data-timer="30" data-rounds="5" data-rest="15" data-words="{…}" hidden>Start the timer</button>
//
// data-timer: seconds of one hold, 1 to 7200. data-rounds: 1 to 100 (1). data-rest: seconds between, 0 to 7200 (0).
// data-ready: seconds before the first, 0 to 7200 (5). data-words: what it says, see TimerWords.
//
// What is shown is a function of the time gone by, never a count of ticks: a tab may sleep for minutes and is right again when
// it wakes. One file without imports, so that taking the types out of it is all it needs to run in a browser.
// Limits: a sleeping tab cannot beep on time; phones without Vibration or Wake Lock go without.

export interface Intervals {
  readonly workSeconds: number;
  readonly rounds: number;
  readonly restSeconds: number;
  readonly readySeconds: number;
}

export type Phase = 'ready' | 'work' | 'rest' | 'done';

export interface State {
  readonly phase: Phase;
  /** From 1; the round that is coming while it is `ready` or `rest`. */
  readonly round: number;
  /** Whole seconds left of the phase, counted up: 1 until the very end, 0 only when done. */
  readonly secondsLeft: number;
}

/** What the timer shows after so many milliseconds. Time before the start counts as the start. */
export function stateAt(intervals: Intervals, elapsedMs: number): State {
  const { workSeconds, rounds, restSeconds, readySeconds } = intervals;
  // Whole milliseconds, so that no rounding lies between two phases.
  const elapsed = Math.max(0, Math.floor(elapsedMs));
  const left = (endsAtSeconds: number) => Math.ceil(endsAtSeconds - elapsed / 1000);
  if (elapsed < readySeconds * 1000) return { phase: 'ready', round: 1, secondsLeft: left(readySeconds) };
  const each = workSeconds + restSeconds;
  const round = Math.floor((elapsed - readySeconds * 1000) / (each * 1000));
  const workEnds = readySeconds + round * each + workSeconds;
  if (round < rounds && elapsed < workEnds * 1000) {
    return { phase: 'work', round: round + 1, secondsLeft: left(workEnds) };
  }
  // No rest after the last round.
  if (round >= rounds - 1) return { phase: 'done', round: rounds, secondsLeft: 0 };
  return { phase: 'rest', round: round + 2, secondsLeft: left(workEnds + restSeconds) };
}

/** All of it, in seconds. */
export function totalSeconds({ workSeconds, rounds, restSeconds, readySeconds }: Intervals): number {
  return readySeconds + rounds * workSeconds + (rounds - 1) * restSeconds;
}

/** A moment on two clocks, in milliseconds: the wall clock goes on while a device sleeps, the steady one is never set back. */
export interface Moment {
  readonly wall: number;
  readonly steady: number;
}

/** A stopwatch: what it had when it was last halted, and since when it runs. */
export interface Stopwatch {
  readonly heldMs: number;
  readonly since?: Moment;
}

/** Milliseconds gone by while it ran. The clock that went further is right: the other one slept or was set back. */
export function elapsedAt({ heldMs, since }: Stopwatch, now: Moment): number {
  return since ? heldMs + Math.max(0, now.wall - since.wall, now.steady - since.steady) : heldMs;
}

export function halted(watch: Stopwatch, now: Moment): Stopwatch {
  return { heldMs: elapsedAt(watch, now) };
}

export function goingOn(watch: Stopwatch, now: Moment): Stopwatch {
  return watch.since ? watch : { ...watch, since: now };
}

/** Reads the attributes of a button; a text says what is wrong. */
export function intervalsFrom(data: Readonly<Record<string, string | undefined>>): Intervals | string {
  const wrong: string[] = [];
  const number = (name: string, otherwise: number, least: number, most: number) => {
    const text = data[name];
    const value = text === undefined ? otherwise : text.trim() === '' ? Number.NaN : Number(text);
    if (!Number.isInteger(value) || value < least || value > most) {
      wrong.push(`data-${name}: expected a whole number from ${least} to ${most}, found “${text ?? ''}”.`);
    }
    return value;
  };
  const intervals = {
    workSeconds: number('timer', Number.NaN, 1, 7200),
    rounds: number('rounds', 1, 1, 100),
    restSeconds: number('rest', 0, 0, 7200),
    readySeconds: number('ready', 5, 0, 7200),
  };
  return wrong.length > 0 ? wrong.join(' ') : intervals;
}

/** For example `0:07` or `12:30`. */
export function clockFace(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** What the timer says. `data-words` holds it as JSON, in the language of the page. */
export interface TimerWords {
  readonly first: string;
  readonly work: string;
  readonly between: string;
  readonly of: string;
  readonly done: string;
  readonly pause: string;
  readonly stop: string;
  readonly noise: string;
  readonly goOn: string;
  readonly close: string;
  readonly paused: string;
  readonly timer: string;
  readonly seconds: string;
  readonly goesOn: string;
}

/** The phase in words. */
export function phaseInWords({ phase, round }: State, rounds: number, words: TimerWords): string {
  const { first, work, between, of, done } = words;
  const many = rounds === 1 ? '' : ` ${round} ${of} ${rounds}`;
  if (phase === 'ready') return first;
  if (phase === 'work') return `${work}${many}`;
  return phase === 'rest' ? between : done;
}

// ── The page ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Stops the timer that is running; at most one does. */
let stopRunning: (() => void) | undefined;
/** Sound and buzzing are off until the runner wants them, then on for every timer of the page. */
let mayMakeNoise = false;
let audio: AudioContext | undefined;

/** Shows the buttons of the page and lets each start its timer. */
export function enhanceTimers(within: ParentNode): void {
  for (const button of within.querySelectorAll<HTMLButtonElement>('button[data-timer]')) {
    const intervals = intervalsFrom(button.dataset);
    if (typeof intervals === 'string') {
      console.error(`A timer stays hidden. ${intervals}`);
      continue;
    }
    button.hidden = false;
    button.addEventListener('click', () => run(button, intervals));
  }
}

function run(button: HTMLButtonElement, intervals: Intervals): void {
  stopRunning?.();
  const says = JSON.parse(button.dataset.words ?? '{}') as TimerWords;
  const words = part('p', 'timer-phase');
  const figures = part('p', 'timer-figures');
  figures.setAttribute('role', 'timer');
  // Figures that change every second must not be read out; what begins and ends is said by `said`.
  figures.setAttribute('aria-live', 'off');
  const said = part('p', 'hidden');
  said.setAttribute('aria-live', 'assertive');
  const pause = pushButton(says.pause);
  const stop = pushButton(says.stop);
  const noise = pushButton(says.noise);
  noise.setAttribute('aria-pressed', String(mayMakeNoise));
  const panel = part('div', 'timer');
  panel.setAttribute('role', 'group');
  panel.setAttribute('aria-label', says.timer);
  panel.append(words, figures, said, pause, stop, noise);
  button.after(panel);
  button.hidden = true;
  pause.focus();

  let watch: Stopwatch = goingOn({ heldMs: 0 }, moment());
  let shown: string | undefined;
  const wake = keepAwake();
  const show = () => {
    const state = stateAt(intervals, elapsedAt(watch, moment()));
    figures.textContent = clockFace(state.secondsLeft);
    const phase = phaseInWords(state, intervals.rounds, says);
    if (phase === shown) return;
    shown = phase;
    words.textContent = phase;
    said.textContent = state.phase === 'done' ? phase : `${phase}, ${state.secondsLeft} ${says.seconds}`;
    if (state.phase !== 'ready') signal(state.phase);
    if (state.phase === 'done') {
      finish();
      pause.hidden = true;
      noise.hidden = true;
      stop.textContent = says.close;
      if (panel.contains(document.activeElement)) stop.focus();
    }
  };
  const ticking = setInterval(show, 200);
  const onVisible = () => {
    if (document.visibilityState !== 'visible') return;
    if (watch.since) wake.ask();
    show();
  };
  document.addEventListener('visibilitychange', onVisible);
  const finish = () => {
    clearInterval(ticking);
    document.removeEventListener('visibilitychange', onVisible);
    wake.letGo();
  };
  const close = () => {
    finish();
    stopRunning = undefined;
    const wasInside = panel.contains(document.activeElement);
    panel.remove();
    button.hidden = false;
    if (wasInside) button.focus();
  };
  stopRunning = close;
  stop.addEventListener('click', close);
  pause.addEventListener('click', () => {
    const runs = watch.since !== undefined;
    watch = runs ? halted(watch, moment()) : goingOn(watch, moment());
    if (runs) wake.letGo();
    else wake.ask();
    pause.textContent = runs ? says.goOn : says.pause;
    said.textContent = runs ? says.paused : `${shown ?? ''} ${says.goesOn}`;
    show();
  });
  noise.addEventListener('click', () => {
    mayMakeNoise = !mayMakeNoise;
    noise.setAttribute('aria-pressed', String(mayMakeNoise));
    if (mayMakeNoise) signal('work');
  });
  wake.ask();
  show();
}

function moment(): Moment {
  return { wall: Date.now(), steady: performance.now() };
}

function part(name: 'p' | 'div', className: string): HTMLElement {
  const element = document.createElement(name);
  element.className = className;
  return element;
}

function pushButton(text: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'secondary';
  button.textContent = text;
  return button;
}

/** One buzz and tone for work, two for rest and the end; nothing unless the runner wants it. */
function signal(phase: Phase): void {
  if (!mayMakeNoise) return;
  const times = phase === 'work' ? 1 : 2;
  // Some browsers know no vibration, whatever the types say.
  navigator.vibrate?.(times === 1 ? [300] : [150, 100, 150]);
  audio ??= new AudioContext();
  for (let index = 0; index < times; index++) {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    volume.gain.value = 0.2;
    tone.frequency.value = phase === 'work' ? 880 : 587;
    tone.connect(volume).connect(audio.destination);
    tone.start(audio.currentTime + index * 0.25);
    tone.stop(audio.currentTime + index * 0.25 + 0.15);
  }
}

/** Keeps the screen on while a timer runs, where the browser can and may; a browser lets go by itself when its tab is left. */
function keepAwake(): { readonly ask: () => void; readonly letGo: () => void } {
  let wanted = false;
  let lock: WakeLockSentinel | undefined;
  const letGo = () => {
    wanted = false;
    void lock?.release();
    lock = undefined;
  };
  const ask = () => {
    wanted = true;
    // Refused on low battery, or unknown: then the screen goes dark as always.
    navigator.wakeLock?.request('screen').then(
      (given) => {
        void lock?.release();
        lock = given;
        if (!wanted) letGo();
      },
      () => undefined,
    );
  };
  return { ask, letGo };
}

if (typeof document !== 'undefined') enhanceTimers(document);
