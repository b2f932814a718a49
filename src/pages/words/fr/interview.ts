// De la première page à la liste des réponses.

import { html } from 'hono/html';
import type * as english from '../en/interview.ts';

export const home: typeof english.home = {
  title: 'Douleur à l’arrière de la cuisse',
  heading: 'Mal à l’arrière de la cuisse à cause de la course?',
  planToday: 'Votre programme d’aujourd’hui',
  lead: 'Répondez à quelques questions, les plus graves d’abord. Vous verrez si c’est urgent, ce que ça pourrait être et pourquoi, et quoi faire aujourd’hui.',
  callIf: 'Appelez le numéro d’urgence maintenant si…',
  signs: [
    'vous avez mal à la poitrine ou de la difficulté à respirer, ou vous avez perdu connaissance',
    'vous êtes engourdi entre les jambes, ou vous ne pouvez pas retenir ou passer votre urine',
    'la jambe est soudain froide, pâle ou bleue',
    'vous êtes confus, vous avez très chaud, ou vous avez eu des convulsions',
  ],
  goOn: 'Continuer où vous étiez',
  startAgain: 'Recommencer (efface les réponses données)',
  start: 'Commencer',
  runs: html`Pas de douleur en ce moment? Voyez <a href="/train">vos courses</a>, ou <a href="/train/prevention">comment rester bien</a>.`,
  known: html`Vous savez déjà ce que c’est? <a href="/recover/start">Commencez un programme</a>, pour ce qu’un professionnel de la santé vous a dit ou pour des ischio-jambiers raides.`,
  guide: html`Vous préférez lire d’abord? Le <a href="/guide">guide</a> (en anglais) parle des causes, des premiers soins et du retour à la course, une affirmation à la fois.`,
  before: 'Avant de commencer',
  fiveMinutes:
    'Il faut environ cinq minutes. Certaines questions demandent d’appuyer sur la jambe ou de la bouger; chacune dit quand ne pas le faire.',
  adults:
    'C’est fait pour les adultes qui courent. Moins de 16 ans : on vous dit seulement quand voir un professionnel de la santé.',
  kept: {
    device:
      'Vos réponses restent sur cet appareil jusqu’à ce que vous les effaciez. Elles ne sont envoyées nulle part, et tout marche sans réseau.',
    cookie:
      'Vos réponses restent dans un témoin (cookie) scellé de votre navigateur pendant deux heures. Le serveur ne les garde pas, ne les note pas et ne les partage pas.',
  },
  noExamination:
    'L’application ne peut pas vous examiner, et aucun professionnel de la santé ne l’a encore relue. Si vous êtes inquiet, demandez de l’aide, peu importe ce qu’elle dit.',
};

/** How far a source was read. */
const READ: Readonly<Record<string, string>> = {
  full: 'en entier',
  abstract: 'le résumé',
  excerpt: 'un extrait',
  secondary: 'cité ailleurs',
  'not-read': 'non',
};

export const about: typeof english.about = {
  title: 'À propos',
  heading: 'À propos de Backstride',
  what: 'Ce que c’est',
  whatText:
    'Backstride dit si c’est urgent et quelles causes sont possibles, pour les adultes qui courent et ont mal à l’arrière de la cuisse. C’est une version de recherche et d’éducation, pas un appareil médical mis en vente. Elle ne remplace pas un professionnel de la santé et ne peut pas vous examiner.',
  how: 'Comment ça marche',
  howText: (causes, findings) =>
    `Les signes de danger passent d’abord. Ils fixent l’urgence, et rien ne peut la baisser. Ensuite, chaque question est choisie pour ce qu’elle devrait apprendre. Les probabilités viennent de ${causes} causes et de ${findings} constats, par un calcul exact sur des chiffres qui nomment chacun leur source.`,
  read: 'Lire ce que l’application sait : chaque cause, chaque nombre et sa source (en anglais)',
  review: 'Relecture',
  reviewText:
    'Aucun professionnel de la santé n’a encore relu le contenu médical. La plupart des probabilités sont des estimations, et c’est écrit.',
  privacy: 'Votre vie privée',
  noAccount: 'Pas de compte, pas de pistage, rien de gardé sur le serveur.',
  kept: {
    device:
      'Vos réponses et votre programme restent sur cet appareil jusqu’à ce que vous choisissiez « Effacer mes réponses » et « Effacer mon programme ». Effacer ce site de votre navigateur les efface aussi. Rien de ce que vous répondez n’en sort.',
    cookie:
      'Vos réponses voyagent dans un témoin (cookie) chiffré que votre navigateur efface après deux heures, ou quand vous choisissez « Effacer mes réponses ». Un programme et ses bilans voyagent dans au plus trois témoins semblables, pendant au plus 200 jours, jusqu’à ce que vous choisissiez « Effacer mon programme ».',
  },
  languageKept: {
    device: 'La langue que vous choisissez y est gardée aussi.',
    cookie:
      'La langue que vous choisissez est gardée un an dans un témoin à part; il ne dit rien de votre santé.',
  },
  noAnswersInLogs: 'Les adresses des pages et les journaux du serveur ne contiennent aucune réponse.',
  sources: 'Sources',
  cited: (works) => `${works} ouvrages sont cités.`,
  readAs: (how) => `Lu : ${READ[how] ?? how}.`,
  licence: (version, hash) =>
    `Connaissances ${version}, ${hash}. Texte des connaissances : CC BY 4.0. Code : MIT.`,
};

export const question: typeof english.question = {
  why: 'Pourquoi cette question?',
  tryFirst: (test) => `Essayez d’abord : ${test}`,
  stop: 'Arrêtez :',
  striped: 'La jambe rayée est celle qui fait mal.',
  fromBehind: 'De dos',
  fromTheFront: 'De face',
  sideMarks: { left: 'G', right: 'D' },
  whichSide: 'De quel côté?',
  whichSideHint: 'Votre gauche et votre droite; ne répondez pas si vous ne pouvez pas le dire',
  press: 'Touchez l’endroit, ou utilisez la liste.',
  parts: { context: 'Sur vous', 'self-test': 'Un essai', 'red-flag': 'Sécurité', pain: 'Votre douleur' },
  position: (part, at, most) => `${part} – question ${at} sur ${most} au plus`,
};

export const screen: typeof english.screen = {
  page: (section, at, of) => `${section} – page ${at} sur ${of}`,
  why: 'Pourquoi ces questions?',
};

export const check: typeof english.check = {
  title: 'Vérifiez vos réponses',
  lead: 'Changez ce qui n’est pas juste. Les autres réponses restent.',
  noTo: (many) => (many === 1 ? 'Non à :' : `Non à ces ${many} points :`),
  ofThisList: 'les réponses à cette liste',
  next: 'Répondre à la question suivante',
  orSee: 'Ou voir ce que les réponses données veulent dire',
  result: 'Voir votre résultat',
};
