// From an assessment to what a page shows.

import { outcomeOf } from '../assess/index.ts';
import { type Finding, findingById, type KnowledgeBase, type Place } from '../knowledge/index.ts';
import type { CheckPage, CheckRow, FindGuideLink, ResultPage, Words } from '../pages/index.ts';
import { type AnswerSheet, answeredPages } from './answer-sheet.ts';
import type { SpokenOptions } from './options.ts';
import { standingOf } from './standing.ts';

export function resultView(
  options: SpokenOptions,
  sheet: AnswerSheet,
  place: Place,
  guideLink: FindGuideLink,
): ResultPage {
  const { knowledge, words, stylesheets, keeper } = options;
  const outcome = outcomeOf(knowledge, sheet.answers, words.ofAssess);
  const isEmergency = outcome.assessment.triage.floor === 'emergency';
  return {
    ...outcome,
    words,
    place,
    more: isEmergency && standingOf(knowledge, { ...sheet, tellsMore: true }).next.kind !== 'stop',
    stylesheets,
    keptIn: keeper.place,
    guideLink,
  };
}

export function checkView(
  options: SpokenOptions,
  sheet: AnswerSheet,
  goOn: string,
  moved: boolean,
): CheckPage {
  const { knowledge, keeper, stylesheets, words } = options;
  const pages = answeredPages(knowledge, sheet.answers);
  const groups = new Map<string, { rows: CheckRow[]; denied: { findings: Finding[]; step: number }[] }>();
  pages.forEach((page, index) => {
    const step = index + 1;
    const section = page.kind === 'screen' ? page.screen.section : partOf(words, page.finding);
    const group = groups.get(section) ?? { rows: [], denied: [] };
    groups.set(section, group);
    const findings =
      page.kind === 'screen'
        ? page.screen.findings.flatMap((id) => findingById(knowledge, id) ?? [])
        : [page.finding];
    const denied = findings.filter(({ id }) => page.kind === 'screen' && sheet.answers[id] === 'no');
    for (const finding of findings) {
      const answer = sheet.answers[finding.id];
      const spot = sheet.spots?.[finding.id];
      if (answer !== undefined && !denied.includes(finding)) group.rows.push({ finding, answer, spot, step });
    }
    if (denied.length > 0) group.denied.push({ findings: denied, step });
  });
  return {
    words,
    groups: [...groups].map(([section, group]) => ({ section, ...group })),
    goOn: goOn.startsWith('/assess/step/') ? goOn : undefined,
    back: pages.length > 0 ? `/assess/step/${pages.length}` : '/',
    moved,
    stylesheets,
    keptIn: keeper.place,
  };
}

/** Part of the interview that an adaptive question belongs to. */
function partOf({ question: { parts } }: Words, { kind }: Finding): string {
  return kind === 'symptom' || kind === 'sign' ? parts.pain : parts[kind];
}

/** Caption above a question: the part, and an upper bound of what is still to come. */
export function sectionOf({ knowledge, words }: SpokenOptions, sheet: AnswerSheet, finding: Finding): string {
  if (knowledge.first.includes(finding.id)) return partOf(words, finding);
  const fixed = new Set([...knowledge.first, ...knowledge.screens.flatMap((screen) => screen.findings)]);
  const asked = Object.keys(sheet.answers).filter((id) => !fixed.has(id));
  const position = asked.includes(finding.id) ? asked.indexOf(finding.id) + 1 : asked.length + 1;
  const most = Math.max(position, knowledge.model.stop.questions.value);
  return words.question.position(partOf(words, finding), position, most);
}

/** The place chosen, else the one of the browser's language, else `other`. */
export function placeOf(
  knowledge: KnowledgeBase,
  chosen: string | undefined,
  languages: string | undefined,
): Place {
  const regions = (languages ?? '')
    .split(',')
    .map((tag) => tag.split(';')[0]?.split('-').at(-1)?.trim().toUpperCase());
  const wanted = [chosen, ...regions.filter((region) => region?.length === 2)];
  const places = knowledge.places;
  for (const id of wanted) {
    const place = places.find((one) => one.id === id);
    if (place) return place;
  }
  const other = places.find((one) => one.id === 'other') ?? places[0];
  if (!other) throw new Error('Knowledge without places reached the app.');
  return other;
}
