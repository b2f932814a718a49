// The first twenty things our interview asks somebody who says no to everything, and the same twenty as a FHIR Questionnaire for the
// peers and as a bare HTML form. Only the words of questions and answers go along, not our hints, pictures and reasons: peers have
// less to show than we do.

import { html } from 'hono/html';
import { findingById, type KnowledgeBase } from '../../src/knowledge/index.ts';
import { askOf, formFor, type Rehearsal, runnerOf, saysNo } from '../../test/in-process.ts';

export interface Question {
  readonly id: string;
  readonly text: string;
  readonly answers: readonly string[];
  /** Whether more than one answer may be ticked. */
  readonly many: boolean;
}

const NOT_SURE = 'I am not sure';

/** What the interview asks on its first `count` pages, in its order. */
export async function firstQuestions(house: Rehearsal, knowledge: KnowledgeBase, count: number) {
  const runner = runnerOf(house);
  const says = saysNo(knowledge);
  const questions: Question[] = [];
  let path = (await runner.post('/assess/start')).location ?? '';
  while (questions.length < count) {
    const ask = askOf(await runner.send(path));
    if (ask === undefined) throw new Error(`The interview ends after ${questions.length} pages.`);
    questions.push(questionOf(knowledge, ask));
    path = (await runner.post(path, formFor(knowledge, ask, says))).location ?? '';
  }
  return questions;
}

function questionOf(knowledge: KnowledgeBase, id: string): Question {
  const screen = knowledge.screens.find((one) => one.id === id);
  if (screen) {
    const items = screen.findings.map((one) => {
      const finding = findingById(knowledge, one);
      return finding?.item ?? finding?.question ?? one;
    });
    return { id, text: screen.title, answers: [...items, screen.none, NOT_SURE], many: true };
  }
  const finding = findingById(knowledge, id);
  if (!finding) throw new Error(`Nothing in the knowledge is called ${id}.`);
  const answers = [...finding.states.map(({ label }) => label), NOT_SURE];
  return { id, text: finding.question, answers, many: false };
}

const ITEM_CONTROL = 'http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl';

/** FHIR R4. */
export function questionnaireOf(questions: readonly Question[]) {
  return {
    resourceType: 'Questionnaire',
    status: 'active',
    title: 'Twenty questions',
    item: questions.map(({ id, text, answers, many }) => ({
      linkId: id,
      text,
      type: 'choice',
      ...(many ? { repeats: true } : {}),
      extension: [
        {
          url: ITEM_CONTROL,
          valueCodeableConcept: {
            coding: [
              {
                system: 'http://hl7.org/fhir/questionnaire-item-control',
                code: many ? 'check-box' : 'radio-button',
              },
            ],
          },
        },
      ],
      answerOption: answers.map((display, at) => ({ valueCoding: { code: `${id}-${at}`, display } })),
    })),
  };
}

/** The least a browser needs to ask the same. */
export function bareForm(questions: readonly Question[]): string {
  return String(html`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Twenty questions</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<form method="post">
${questions.map(
  ({ id, text, answers, many }) => html`<fieldset><legend>${text}</legend>
${answers.map(
  (answer, at) =>
    html`<p><label><input type="${many ? 'checkbox' : 'radio'}" name="${id}" value="${at}"> ${answer}</label>
`,
)}</fieldset>
`,
)}<button>Send</button>
</form>
</html>`);
}
