// Les phrases que cette partie fait elle-même; celles des règles du jour sont dans les connaissances.

import type { Endpoint } from '../../knowledge/index.ts';
import type { RecoverWords } from './en.ts';

const BACK: Readonly<Record<Endpoint, string>> = {
  running: 'courent facilement de nouveau',
  training: 's’entraînent de nouveau au complet, même vite',
  racing: 'font de nouveau des compétitions à leur ancien niveau',
};
const WHAT: Readonly<Record<Endpoint, string>> = {
  running: 'la première course facile',
  training: 'le retour à l’entraînement complet',
  racing: 'le retour à la compétition',
};

export const recoverFrench: RecoverWords = {
  noPlanFor: (cause) =>
    `Il n’y a pas de programme pour la cause la plus probable (${cause}). Un professionnel de la santé peut en faire un avec vous.`,
  nothingKnown: 'On ne sait encore rien de la cause. Répondez d’abord aux questions.',
  askForWord:
    'Demandez au professionnel de la santé qui vous soigne ce que vous pouvez faire, puis entrez son avis ici.',
  running: 'Courir',
  notKnownSafe: (cause) => `On ne sait pas si c’est sûr au cas où ce serait : ${cause}.`,
  beside: (level) => `${level}. Le programme va avec cela, il ne le remplace pas.`,
  goalPassed: (date) => `La date de votre but, ${date}, est passée.`,
  goalTooSoon: (isRace, date, earliest) =>
    `Votre ${isRace ? 'compétition' : 'but'} du ${date} n’est pas possible : même si chaque jour se passe bien, les critères mènent au moins jusqu’au ${earliest}. Choisissez une date plus tard.`,
  goalIsTight: (date) =>
    `Votre date, ${date}, est possible seulement si presque chaque jour se passe bien. Personne ne peut le promettre.`,
  kitMissing: (names) => `Laissé de côté parce qu’il manque du matériel : ${names}.`,
  restIsPart: 'Le repos fait partie du programme aujourd’hui.',
  stepOf: (stage, step, of) => `${stage}, étape ${step} sur ${of}`,
  dayOfStage: (day) => `le jour ${day} de la phase`,
  wordNeeded: (what) => `La phase suivante demande l’avis d’un professionnel de la santé pour : ${what}.`,
  sessions: {
    exercises: 'Exercices',
    rest: 'Jour de repos',
    usual: 'Courez comme d’habitude',
    run: 'Course',
  },
  dose: {
    seconds: (range) => `${range} secondes`,
    minutes: (range, isOne) => `${range} ${isOne ? 'minute' : 'minutes'}`,
    metres: (range) => `${range} mètres`,
    of: ' de ',
    once: 'une fois',
    times: 'fois',
    effort: (range) => `à ${range} % d’effort`,
    aDay: (range) => `${range} fois par jour`,
    whenNeeded: 'au besoin',
    everyDay: 'chaque jour',
    aWeek: (days) => `${days} ${days === 1 ? 'jour' : 'jours'} par semaine`,
  },
  calendar: {
    plan: 'Programme Backstride',
    training: 'Entraînement',
    rest: 'Jour de repos',
    noLonger: 'N’est plus prévu',
    step: (title, step, of) => `${title} : étape ${step} sur ${of}`,
    whenToStop: 'Quand arrêter',
    asPlanned: (date) =>
      `Comme prévu le ${date}. Cela peut changer selon ce que vous ressentez : faites d’abord le bilan et voyez le programme du jour.`,
    notReviewed: 'Pas relu par un professionnel de la santé.',
    side: (side) => (side === 'each' ? 'chaque côté' : side === 'left' ? 'côté gauche' : 'côté droit'),
    instead: (use) => `À la place : ${use}`,
    colon: ' : ',
  },
  forecast: {
    nothingLeft: 'Vous êtes de retour à la compétition : il ne reste rien à prévoir.',
    beyond: 'Cela a déjà pris plus de temps que chez presque toutes les personnes étudiées.',
    beyondHelp:
      'Une prévision n’aide plus. Faites-vous examiner par un professionnel de la santé, si ce n’est pas déjà fait.',
    afterClearance:
      'Ne courez pas avant qu’un professionnel de la santé vous le permette. Ensuite, à titre de guide :',
    onlyNotBack:
      'On compte seulement les personnes qui n’étaient pas de retour après aussi longtemps que vous.',
    most: (endpoint, eighty, fifty) =>
      `La plupart des personnes dans ce cas ${BACK[endpoint]} entre ${eighty} après le début. La moitié, entre ${fifty}.`,
    noPromise:
      'C’est une fourchette, pas une promesse. Ce que votre jambe peut faire décide de chaque étape, pas le calendrier.',
    notBack: (ofTen) =>
      `Environ ${ofTen} sur 10 ne sont jamais revenus à leur sport; les fourchettes sont celles des autres.`,
    neverTimed: (endpoints) =>
      `Personne n’a mesuré ${listed(endpoints.map((one) => WHAT[one]))} dans ce cas; cette partie est calculée à partir d’autres blessures.`,
    over40: 'Presque personne de plus de 40 ans n’a été étudié, alors les fourchettes sont plus larges.',
    pastInjury:
      'Une ancienne blessure au même endroit n’allonge pas l’attente, pour autant qu’on sache, mais elle en rend une autre plus probable : continuez les exercices.',
    noStudy: 'Aucune étude n’a mesuré le retour dans ce cas, alors il n’y a pas de prévision.',
    refused: () => 'Une des valeurs ne peut pas être juste, alors il n’y a pas de prévision.',
    between: (low, high) => `${low} et ${high}`,
    aLittleMore: (low) => `${low} et un peu plus`,
    days: (n) => `${n} jour${n === 1 ? '' : 's'}`,
    weeks: (n) => `${n} semaine${n === 1 ? '' : 's'}`,
    months: (n) => `${n} mois`,
    noneTimed:
      'Aucune étude n’a mesuré ceci. La fourchette est large parce qu’elle repose sur d’autres blessures.',
    restsOn: (studies, _group, people, athletes) => {
      const who = [
        ...(people > 0 ? [`environ ${people} personnes`] : []),
        ...(athletes ? ['surtout des athlètes de compétition'] : []),
      ].join(', ');
      return `Elle repose sur ${studies === 1 ? '1 étude' : `${studies} études`}${who === '' ? '' : ` (${who})`}.`;
    },
    thin: (studies, read) =>
      `C’est peu${read < studies ? `, et ${read === 0 ? 'rien n’en a été lu' : `seulement ${read} a été lu`} à la source` : ''}, alors la fourchette est large.`,
  },
};

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} et ${words.at(-1)}`;
}
