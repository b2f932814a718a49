// Le résultat : si c’est urgent, ce que ça pourrait être, quoi faire, à quel point c’est sûr; et le programme qui en part.

import { html } from 'hono/html';
import type * as english from '../en/result.ts';

export const result: typeof english.result = {
  title: (level) => `${level} : votre résultat`,
  callBefore: 'Appelez le',
  callAfter: 'maintenant',
  whileWaiting: 'En attendant :',
  tellMore: 'L’aide est en route : en dire plus en attendant',
  tellMoreText:
    'Seulement une fois l’aide appelée. Ce que vous ajoutez est pour la personne qui viendra; cela ne change rien à ce qu’il faut faire maintenant.',
  forHelpers: 'Un résumé pour la personne qui vous aide',
  byMistake: 'J’ai répondu par erreur : changer une réponse',
  sooner: 'Demandez de l’aide plus tôt si…',
  inEmergency: 'En cas d’urgence, appelez le',
  forAdvice: 'Pour un conseil rapide, appelez le',
  numbersFor: 'Numéros pour',
  show: 'Afficher',
  ofHundredNeed: (people) =>
    `Sur 100 personnes qui courent et répondent comme vous, ${people} ont quelque chose qui demande des soins aussi vite ou plus vite.`,
  signsWith: (cause) => `Signes à surveiller avec : ${cause}`,
  alsoDo: 'Faites aussi ceci',
  doubts: 'Vous n’étiez pas certain de ces points',
  doubtsText:
    '« Pas certain » n’est pas un non. Vérifiez-les encore. Si l’un d’eux est vrai, changez votre réponse ou demandez de l’aide.',
  noList: (gate) => `${gate} : pas de liste de causes ici`,
  causes: 'Ce que ça pourrait être',
  causesText:
    'Pensez à 100 personnes qui courent et répondent comme vous. Voici combien d’entre elles auraient chaque cause.',
  twoAtOnce: (people) =>
    `Certaines en auraient deux à la fois (${people} sur 100), alors les nombres peuvent dépasser 100 ensemble.`,
  ofHundred: (people) => `${people} sur 100`,
  important: 'Moins probable, mais à ne pas manquer',
  mostLike: (kind) => `Ressemble le plus à : ${kind}.`,
  fits: 'Va dans ce sens parce que',
  fitsNot: 'Ne va pas dans ce sens parce que',
  more: (many) => `${many} de plus`,
  strength: (size, odds) =>
    `${{ strong: 'fortement', clear: 'nettement', little: 'un peu' }[size]} : cote ${odds}`,
  certainty: {
    published: 'source',
    derived: 'calculé',
    unverified: 'non vérifié',
    estimate: 'estimation',
  },
  today: 'Quoi faire aujourd’hui',
  restUntilSeen: 'Ne courez pas sur cette jambe tant que vous n’avez pas été examiné.',
  because: 'À cause de votre santé et de vos médicaments',
  leaveOut: 'À laisser de côté pour l’instant',
  askFirst: 'Demandez d’abord à un pharmacien ou à un médecin',
  notForYou: 'Pas conseillé pour vous en ce moment',
  wayBack: 'Le retour à la course',
  dayByDay: 'Quoi faire maintenant, jour après jour',
  lookAgain: 'Regardez encore',
  firm: 'À quel point ce résultat est solide',
  pivot: (finding, label, cause, isLeading, people) =>
    html`La réponse qui changerait le plus ce résultat : <strong>${finding}</strong>. Avec « ${label} », « ${cause} » ${isLeading ? 'resterait en tête' : 'passerait en tête'} (${people} sur 100).`,
  keep: 'Garder ou effacer',
  summary: html`<a href="/assess/summary">Un résumé pour un professionnel de la santé</a> : une page à imprimer, à montrer ou à coller.`,
  kept: {
    device:
      'Vos réponses restent sur cet appareil jusqu’à ce que vous les effaciez. Elles ne sont envoyées nulle part.',
    cookie:
      'Vos réponses sont gardées dans un témoin (cookie) scellé de ce navigateur, pendant deux heures au plus. Le serveur ne garde rien.',
  },
  checkAnswers: 'Vérifier ou changer vos réponses',
  howSure: 'À quel point est-ce sûr?',
  howSureText: html`Les nombres sont calculés exactement à partir de vos réponses. Mais la plupart des chiffres derrière eux sont des <strong>estimations</strong> : personne n’a encore mesuré à quelle fréquence chaque cause et chaque réponse vont ensemble chez les personnes qui courent. Chaque ligne dit d’où vient son chiffre. On tient compte de deux causes à la fois, pas de trois.`,
  version: (version, hash, isReviewed) =>
    `Connaissances ${version} (${hash}), ${isReviewed ? 'relues' : 'pas encore relues par un professionnel de la santé'}.`,
};

const COUNT = ['', 'une réponse', 'deux réponses', 'trois réponses'];

export const firmness: typeof english.firmness = {
  onASign: 'L’urgence repose sur un signe que vous avez nommé. Aucune autre réponse ne la rend moins grande.',
  urgency: (many, otherwise, level) =>
    `L’urgence repose sur ${COUNT[many]}. ${otherwise}, ce serait : ${level}.`,
  urgencyIsFirm:
    'L’urgence resterait la même si n’importe laquelle de vos réponses était différente, ou les deux ou trois qui comptent le plus.',
  leader: (many, otherwise, cause) =>
    `La cause en tête repose sur ${COUNT[many]}. ${otherwise}, ce serait : ${cause}.`,
  leaderIsFirm:
    'La cause en tête resterait la même si n’importe laquelle de vos réponses était différente, ou les deux ou trois qui comptent le plus.',
  instead: (instead, given, question) => `« ${instead} » au lieu de « ${given} » à « ${question} »`,
  hadYouAnswered: (parts) =>
    `Si vous aviez répondu ${parts.length > 1 ? `${parts.slice(0, -1).join(', ')} et ${parts.at(-1)}` : (parts[0] ?? '')}`,
};

export const planOfResult: typeof english.planOfResult = {
  locked: 'Votre programme est verrouillé',
  none: 'Il n’y a pas de programme pour vous ici',
  withTheirWord: html`Si un professionnel de la santé vous a dit ce que c’est, vous pouvez <a href="/recover/start">commencer un programme avec son avis</a>.`,
  backToResult: 'Retour à votre résultat',
  firstWeek: html`C’est la première semaine seulement, et elle ne change pas selon ce que vous ressentez. Si ça empire, arrêtez et <a href="/assess/check">vérifiez encore vos réponses</a>.`,
  begin: 'Commencer ce programme avec des bilans',
  runningNotNow: 'pas maintenant; voyez pourquoi plus bas.',
  thisWeek: 'Cette semaine',
  everyDay: (from, to) => html`Chaque jour du ${from} au ${to}`,
  insteadOfRunning: 'Au lieu de courir',
  leftOut: 'Laissé de côté, parce qu’autre chose est encore possible',
  after: 'Après cela',
  stageAfter: (name, aim, days) => `${name} : ${aim} (${days} ${days === 1 ? 'jour' : 'jours'} au moins)`,
  assumed: 'Ce que cette page tient pour acquis',
  assumptions: (age, isSideKnown) => [
    'Trois jours de séances par semaine; ce qui est court et quotidien revient chaque jour.',
    'Des courses de 30 minutes d’habitude et de 45 minutes au plus avant le début de la douleur.',
    'Le but est une course facile. Tout le matériel est là, ou quelque chose à la maison.',
    `On compte ${age} ans, le plus bas de ce que vous avez choisi; pour la prévision, le plus haut.`,
    ...(isSideKnown
      ? []
      : [
          'Quand un exercice est pour la jambe qui fait mal, la page écrit chaque côté, car elle ne sait pas lequel c’est.',
        ]),
    'Les jours sont ceux de UTC (heure mondiale).',
  ],
  askWhoTreats:
    'Demandez au professionnel de la santé qui vous soigne ce que vous pouvez faire. Commencez ensuite le programme ci-dessous et entrez son avis.',
  seeResult: 'Ce qu’il faut faire d’abord est écrit dans votre résultat.',
  ageMissing: 'Un programme demande votre âge, car des os qui grandissent encore en demandent un autre.',
  giveAge: 'Donnez votre âge dans vos réponses, puis revenez.',
  noPlanFor: (gate, because) => `${gate} : pas de programme ici. ${because}`,
  inDoubt:
    '« Pas certain » n’est pas un non. Avant d’avoir un programme, vérifiez encore ces points ou faites-les examiner.',
};
