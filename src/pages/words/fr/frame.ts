// Ce que chaque page a autour d’elle, et les petits mots que plusieurs pages partagent.

import { html } from 'hono/html';
import type { Action } from '../../../knowledge/index.ts';
import { hundredths } from '../../../probability/index.ts';
import type { TriageLevel } from '../../../vocabulary/index.ts';
import type * as english from '../en/frame.ts';

export const frame: typeof english.frame = {
  description:
    'Pour les personnes qui courent et ont mal à l’arrière de la cuisse : si c’est urgent, ce que ça pourrait être, quoi faire maintenant.',
  skip: 'Aller au contenu principal',
  disclaimer: html`Version de recherche et d’éducation. <strong>Aucun professionnel de la santé ne l’a encore relue.</strong> Elle ne peut pas vous examiner et ne remplace pas un professionnel de la santé.`,
  draft: 'Traduction automatique, pas encore relue.',
  about: 'À propos, vie privée et sources',
  language: 'Langue',
  back: 'Retour',
  goOn: 'Continuer',
  save: 'Enregistrer',
  change: 'Changer',
  error: 'Erreur :',
  errorTitle: (title) => `Erreur : ${title}`,
  errors: 'Il y a un problème',
  or: 'ou',
  colon: ' : ',
  kept: {
    device: 'Vos réponses restent sur cet appareil. Elles ne sont envoyées nulle part.',
    cookie: 'Vos réponses sont dans un témoin (cookie) scellé de ce navigateur pendant deux heures.',
  },
  moved: 'Vos réponses avaient changé dans un autre onglet. Voici où elles en sont.',
  today: html`<strong>D’après vos réponses, faites-vous examiner par un professionnel de la santé aujourd’hui.</strong> <a href="/assess/result">Voir quoi faire maintenant</a>. Les prochaines questions aident seulement à savoir pourquoi.`,
  callNow: (number) =>
    html`<strong>Appelez le <a href="tel:${number}">${number}</a> maintenant, si ce n’est pas fait.</strong> <a href="/assess/result">Voir quoi faire en attendant</a>. Laissez ces questions dès que l’aide arrive.`,
  notReviewed: 'Pas encore relu par un professionnel de la santé.',
  reviewed: 'Relu par un professionnel de la santé.',
  deleteAnswers: 'Effacer mes réponses',
};

export const answers: typeof english.answers = {
  yes: 'Oui',
  no: 'Non',
  unsure: 'Pas certain',
  iAmUnsure: 'Je ne suis pas certain',
  ratherNot: 'J’aime mieux ne pas faire ce test, ou je ne suis pas certain',
  unsureOfSome: 'Je ne suis pas certain pour un ou plusieurs de ces points',
  askedEach: 'La page suivante les demande un par un',
  sides: {
    left: 'À gauche',
    right: 'À droite',
    both: 'Les deux jambes pareil',
    middle: 'Au milieu',
  },
  onSide: (place, side) => `${place}, ${side.toLowerCase()}`,
  noneOfThese: 'Aucun de ces points',
  tickAll: 'Cochez tout ce qui s’applique. Une case vide compte pour un non.',
  answerEach:
    'Répondez à chaque point. « Pas certain » est une vraie réponse : elle ne compte jamais pour un non.',
};

const people = (probability: number): string => {
  const share = hundredths(probability);
  return share === 'fewer' ? 'moins de 1' : share === 'more' ? 'plus de 99' : String(share);
};

export const numbers: typeof english.numbers = {
  people: (probability) =>
    typeof hundredths(probability) === 'number' ? `environ ${people(probability)}` : people(probability),
  range: (low, high) =>
    people(low) === people(high)
      ? 'Les chiffres derrière ce nombre sont incertains, mais ils ne le changent presque pas.'
      : `Les chiffres derrière ce nombre sont incertains : il pourrait être aussi bas que ${people(low)} ou aussi haut que ${people(high)} sur 100.`,
};

export const urgency: Readonly<Record<TriageLevel, string>> = {
  emergency: 'Urgence',
  'same-day': 'Urgent : aujourd’hui',
  'within-days': 'Bientôt : d’ici quelques jours',
  routine: 'Pas urgent',
  'self-care': 'Soignez-le vous-même',
};

export const levelInBrackets: Readonly<Record<TriageLevel, string>> = {
  emergency: 'urgence',
  'same-day': 'se faire examiner aujourd’hui',
  'within-days': 'se faire examiner d’ici quelques jours',
  routine: 'prendre un rendez-vous',
  'self-care': 'se soigner soi-même',
};

export const actions: Readonly<Record<Action, string>> = {
  run: 'Courir',
  walk: 'Marcher pour faire passer la douleur',
  hop: 'Sautiller et sauter',
  load: 'Exercices de force',
  stretch: 'Étirements',
  'hamstring-stretch': 'Étirer l’arrière de la cuisse',
  'buttock-stretch': 'Étirer la fesse',
  'nerve-slide': 'Glissements du nerf',
  massage: 'Massage et rouleau de mousse',
  heat: 'Chaleur',
  ice: 'Glace',
  compress: 'Un bandage serré',
  raise: 'Surélever la jambe',
  painkiller: 'Antidouleurs de toute sorte',
  paracetamol: 'Acétaminophène (paracétamol)',
  'anti-inflammatory': 'Anti-inflammatoires en comprimés ou en gel (ibuprofène, naproxène, diclofénac)',
  'anti-inflammatory-tablet': 'Anti-inflammatoires en comprimés (ibuprofène, naproxène, aspirine)',
  'anti-inflammatory-gel': 'Anti-inflammatoires en gel (ibuprofène, diclofénac)',
  'prescription-painkiller': 'Codéine et autres antidouleurs sur ordonnance',
  'cramp-tablet': 'Quinine contre les crampes',
  stimulant: 'Caféine et poudres stimulantes d’avant l’entraînement',
  drink: 'Boire',
  'drink-to-thirst': 'Boire à sa soif',
  'sports-drink': 'Boissons pour sportifs',
  'salt-tablet': 'Comprimés de sel',
  alcohol: 'Alcool',
  rest: 'Repos',
  'seek-care': 'Trouver de l’aide',
  inform: 'Savoir et noter des choses',
};
