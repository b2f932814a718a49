// Les pages autour du guide. Le guide lui-même est en anglais pour le moment.

import type * as english from '../en/guide.ts';

const count = (n: number, one: string, many: string): string => `${n} ${n < 2 ? one : many}`;

export const guide: typeof english.guide = {
  title: 'Guide',
  heading: 'Guide sur la douleur à l’arrière de la cuisse',
  lead: 'De courtes pages sur les causes, les premiers soins et le retour à la course. Derrière chaque affirmation, un petit lien mène à ce que disent les études et aux sources.',
  inEnglish: 'Ce guide est en anglais pour le moment.',
  parts: {
    first: 'Commencer ici',
    causes: 'Causes',
    care: 'Ce qui aide',
    running: 'Recourir',
    about: 'À propos de ce guide',
  },
  claims: 'Toutes les affirmations',
  verdicts: 'Ce que veut dire un verdict',
  search: 'Chercher dans le guide',
  searchFor: 'Chercher (en anglais)',
  searchButton: 'Chercher',
  found: (n, query) =>
    n === 0
      ? `Rien trouvé pour « ${query} »`
      : `${count(n, 'endroit trouvé', 'endroits trouvés')} pour « ${query} »`,
  foundPages: 'Pages',
  foundClaims: 'Affirmations',
  nothing:
    'Essayez un mot anglais simple, par exemple cramp, ice, sitting ou tendon. Ou parcourez la liste des pages.',
  searchPrivate: 'Ce que vous cherchez n’est noté nulle part.',
  feed: 'Les changements en flux (Atom)',
  balance: (claims, reviewed) => {
    const said = count(claims, 'affirmation', 'affirmations');
    return reviewed === 0
      ? `${said} sur cette page. Aucun professionnel de la santé ne les a encore relues.`
      : `${said} sur cette page, dont ${reviewed} relues par un professionnel de la santé.`;
  },
  oldestReview: (date) => `La relecture la plus ancienne date du ${date}.`,
  changed: (date) => `Dernier changement le ${date}.`,
  nextReview: (date) => `Prochaine relecture d’ici le ${date}.`,
  claimsHere: 'Les affirmations de cette page',
  alsoOnThis: 'Sur le même sujet',
  numbers: (name) => `Ce que savent les questions : ${name}`,
  plan: (name) => `Le plan : ${name}`,
  inGuide: (title) => `Dans le guide (en anglais) : ${title}`,
  backToGuide: 'Toutes les pages du guide',
};

export const claims: typeof english.claims = {
  title: 'Affirmations',
  heading: 'Toutes les affirmations, avec ce que disent les études',
  lead: 'Une affirmation est une phrase que l’on peut vérifier. Chacune a sa propre adresse; on peut donc y renvoyer, en douter et la corriger.',
  one: 'Une affirmation',
  verdictNames: {
    supported: 'tient',
    partly: 'vrai en partie',
    unsupported: 'pas démontré',
    contradicted: 'faux',
    outdated: 'dépassé',
    advice: 'conseil',
  },
  meaning: {
    supported:
      'Ce que nous avons lu le montre. Ce n’est pas une certitude : la raison dit ce que valent les études.',
    partly:
      'Une part est vraie, ou c’est vrai pour certains, ou les études sont trop faibles pour en dire plus.',
    unsupported: 'Rien de ce que nous avons lu ne le montre. C’est peut-être vrai quand même.',
    contradicted: 'Ce que nous avons lu montre le contraire.',
    outdated: 'On l’a enseigné. Des études ou des guides plus récents l’ont remplacé.',
    advice: 'Une règle de conduite. Elle n’est ni vraie ni fausse; la raison dit pourquoi on la donne.',
  },
  verdict: 'Ce que disent les études',
  why: 'Pourquoi',
  sure: 'Comment nous le savons',
  certainty: {
    published: 'Lu dans les sources ci-dessous.',
    derived: 'Calculé à partir de chiffres des sources ci-dessous.',
    unverified:
      'Connaissances générales : aucune source n’a été ouverte. Pas de relecture possible avant que quelqu’un le fasse.',
    estimate: 'Notre propre estimation.',
  },
  sources: 'Sources',
  read: {
    full: 'lu en entier',
    abstract: 'seul le résumé a été lu',
    excerpt: 'seules des parties ont été lues',
    secondary: 'lu seulement dans une page qui le cite',
    'not-read': 'pas lu',
  },
  noteForReviewers: 'Pour les relecteurs',
  departs: 'Autre verdict que dans notre premier tableau',
  used: 'Où elle sert',
  keptWith: 'Tenue avec cette page',
  inArticle: (numbers) => `Dans le premier article : ${numbers}.`,
  review: 'Relecture',
  notReviewed: 'Pas encore relue par un professionnel de la santé.',
  reviewedBy: (name, date) => `Relue par ${name} le ${date}.`,
  overdue: 'Cette relecture est en retard.',
  nextReview: (date) => `Prochaine relecture d’ici le ${date}.`,
  author: (name) => `Écrite par ${name}.`,
  history: 'Historique',
  report: 'Signaler cette affirmation',
  reportText: 'Est-elle fausse, dépassée ou difficile à lire?',
  allClaims: 'Toutes les affirmations',
  reviewedOf: (claims, reviewed) =>
    `${count(claims, 'affirmation', 'affirmations')}, dont ${reviewed} relues par un professionnel de la santé.`,
};

export const verdicts: typeof english.verdicts = {
  title: 'Ce que veut dire un verdict',
  lead: 'Chaque affirmation reçoit un de six verdicts. Voici toute l’échelle.',
  official: (term) => `Dans nos fichiers : ${term}.`,
  howTitle: 'Comment un verdict se fait',
  how: [
    'Quelqu’un écrit l’affirmation en une phrase, cherche des études et des guides, et note jusqu’où chacun a été lu. Le plus souvent, c’est le résumé.',
    'Le verdict dit ce qu’ils montrent, et la raison donne les chiffres.',
    'Un professionnel de la santé relit ensuite. Tant que ce n’est pas fait, la page le dit. Personne n’en a encore relu aucune.',
    'Chaque affirmation est revue dans l’année, plus tôt là où une erreur ferait du tort. Un verdict ne change que si un second relecteur est d’accord.',
    'Ce qui repose seulement sur des connaissances générales ne peut pas être relu avant qu’une source ait été lue.',
  ],
};

export const hamstrings: typeof english.hamstrings = {
  caption: 'La cuisse droite vue de derrière. Le côté extérieur est à droite.',
  head: ['Numéro', 'Nom', 'Par où il passe'],
  rows: [
    [
      '1',
      'Ischio-jambier extérieur (biceps fémoral)',
      'De l’os de la fesse au côté extérieur, sous le genou. Son chef court part du fémur.',
    ],
    [
      '2',
      'Ischio-jambier intérieur à long tendon (semi-tendineux)',
      'De l’os de la fesse au côté intérieur, sous le genou.',
    ],
    [
      '3',
      'Ischio-jambier intérieur profond (semi-membraneux)',
      'De l’os de la fesse au côté intérieur, juste sous le genou.',
    ],
    ['4', 'Os de la fesse', 'Là où les trois commencent.'],
    ['5', 'Nerf sciatique (ligne brisée)', 'Du bas du dos jusqu’au pied.'],
  ],
};
