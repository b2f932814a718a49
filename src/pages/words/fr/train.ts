// Les courses et la charge : la vue d’ensemble, une course, la saisie, les fichiers, la vue de l’entraîneur, les croyances.

import { html } from 'hono/html';
import type * as english from '../en/train.ts';

export const train: typeof english.train = {
  title: 'Vos courses',
  tabs: { overview: 'Vue d’ensemble', all: 'Toutes les courses', add: 'Ajouter', import: 'Fichiers' },
  nav: 'Vos courses',
  kinds: {
    run: 'Course',
    treadmill: 'Tapis roulant',
    trail: 'Course en sentier',
    walk: 'Marche',
    other: 'Autre chose',
  },
  support: {
    cohort: 'Une étude a suivi des coureurs dans le temps.',
    expert: 'C’est un avis de gens du métier.',
    weak: 'Il y a peu pour l’appuyer.',
    logic: 'Cela découle de la façon dont le nombre est fait.',
  },
  unit: { km: 'Les longueurs sont en kilomètres.', mi: 'Les longueurs sont en mi (1,6 km).' },
  showIn: { km: 'Montrer en kilomètres', mi: 'Montrer en mi' },
  keptOnDevice:
    'Vos courses restent sur cet appareil seulement. L’endroit où vous avez couru n’est pas gardé.',
  keptInCookie:
    'Les courses que vous saisissez sont dans un témoin (cookie) scellé de ce navigateur, pas sur le serveur. Les fichiers sont lus sur votre appareil seulement.',
  none: 'Il n’y a pas encore de courses ici.',
  bringIn: 'Apporter des fichiers de votre montre',
  typeIn: 'Saisir une course',
  lead: 'Ce que vous avez couru, semaine par semaine, et ce qui sort de votre habitude. Cela explique; cela ne prédit rien.',
  lastRun: 'Votre dernière course',
  thisWeek: 'Ces 7 jours',
  before: 'Les 7 jours d’avant',
  tells: (many, of) => `selon ${many} courses sur ${of}`,
  standsOut: 'Ce qui ressort',
  nothingStandsOut: 'Rien ne ressort de vos 30 derniers jours.',
  ofLastDays: 'Des 30 derniers jours, les plus récents d’abord.',
  hazard: (ratio, low, high) =>
    `Dans une étude de 5205 coureurs, les blessures venaient ${ratio} fois aussi souvent avec une telle course. Le vrai nombre peut aller de ${low} à ${high}.`,
  longer: (percent, distance, longest, day) =>
    `Elle faisait ${distance} : ${percent} de plus que la plus longue des 30 jours d’avant (${longest} le ${day}).`,
  fast: (metres, most) =>
    `Vous avez couru ${metres} vite. Le plus dans une course des 30 jours d’avant était ${most}.`,
  gap: (days, distance, most) =>
    `Vous avez eu ${days} jours sans courir, puis couru ${distance}. La moitié de votre habitude était ${most}.`,
  few: (many) =>
    `Il y a ${many === 1 ? '1 course' : `${many} courses`} dans les 30 jours d’avant. Il en faut 4 pour dire ce qui est habituel.`,
  same: (value) => `La monotonie de votre semaine est de ${value}. Le seuil est 2.`,
  nights: (many) => `Vous avez signalé un mauvais sommeil avec des jambes endolories ${many} matins sur 7.`,
  backedBy: 'À quel point c’est appuyé :',
  meansInNumbers: 'Ce que ces nombres veulent dire, et ce qu’ils ne peuvent pas dire',
  year: 'Les 12 derniers mois',
  weeks: 'Semaine par semaine',
  ratio: 'Chaque course face à votre plus longue',
  withPain: 'Courses et douleur',
  onset: (day) => `Ça a commencé le ${day}`,
  changeTitle: 'Ce qui a changé dans les quatre semaines d’avant',
  changeLead:
    'Un regard en arrière. Il montre ce qu’il y avait avant la douleur, pas pourquoi elle est venue.',
  fourBefore: 'Quatre semaines avant',
  fourEarlier: 'Quatre semaines avant celles-là',
  measure: 'Mesure',
  noStandOut: 'Aucune course de ces quatre semaines ne sortait de votre habitude.',
  ranLonger: 'Courses de ces quatre semaines qui ressortaient :',
  markOnset: 'La douleur a-t-elle commencé un certain jour?',
  onsetLabel: 'Le jour où ça a commencé',
  mark: 'Marquer ce jour',
  startPlan: 'Commencer un programme à partir de ces courses',
  morning: 'Ce matin',
  morningHint: 'Un mauvais sommeil avec des jambes endolories est un premier signe chez certains.',
  sleptBadly: 'J’ai mal dormi',
  sore: 'Mes jambes sont endolories',
  more: 'Plus',
  coach: 'La vue de l’entraîneur : courbes et charge cardiaque',
  beliefs: 'Les croyances sur la charge, et ce qu’on sait',
  prevention: 'Rester bien : un programme pour les coureurs sans douleur',
  saveFile: 'Enregistrer vos courses dans un fichier',
  deleteTitle: 'Effacer vos courses',
  deleteText:
    'Ceci efface toutes les courses gardées ici. Votre programme et vos bilans restent. On ne peut pas revenir en arrière.',
  deleteAll: 'Effacer toutes les courses',
  allTitle: 'Toutes les courses',
  allIn: (year) => `Vos courses de ${year}`,
  years: 'Autres années',
  done: {
    added: 'La course est ajoutée.',
    changed: 'C’est enregistré.',
    deleted: 'La course est effacée.',
    gone: 'Vos courses sont effacées. 0 course est gardée ici.',
    shared: 'Les fichiers que vous avez partagés ont été lus.',
    morning: 'C’est enregistré.',
    marked: 'C’est enregistré.',
  },
  planToday: 'Votre programme d’aujourd’hui',
};

export const loadChart: typeof english.loadChart = {
  axes: {
    week: (unit) => `Longueur par semaine, en ${unit}`,
    ratio: 'Fois la plus longue des 30 jours d’avant',
    pain: 'Douleur, de 0 à 10',
    runs: (unit) => `Longueur par jour, en ${unit}`,
  },
  heat: (from, to, many, most) =>
    `Jours avec une course du ${from} au ${to} : ${many}. Le jour le plus long a ${most}.`,
  weeks: (many, least, most, last) =>
    `Longueurs de ${many} semaines : de ${least} à ${most}. La dernière semaine a ${last}.`,
  weeksFlagged: (many) =>
    many === 1
      ? 'Une semaine a une course plus longue que d’habitude.'
      : `${many} semaines ont une course plus longue que d’habitude.`,
  ratios: (many, above) =>
    `${many} courses face à la plus longue des 30 jours d’avant : ${above} étaient plus longues de plus de 10 %.`,
  noRatios: 'Aucune course ne peut encore être comparée : il faut 4 courses dans les 30 jours d’avant.',
  pains: (days, least, most) =>
    `Pire douleur de ${days} ${days === 1 ? 'jour' : 'jours'} : de ${least} à ${most}. Les courses sont dessous, en barres.`,
  noPain: 'Il n’y a pas de bilan dans ces semaines, donc pas de douleur à montrer.',
  key: {
    more: 'Plus longue que d’habitude',
    onset: 'Ça a commencé',
    worst: 'Pire douleur',
    run: 'Course',
    less: 'Moins',
    lots: 'Plus',
  },
  sameInNumbers: 'La même chose en nombres',
  columns: {
    day: 'Jour',
    week: 'Semaine du',
    distance: 'Longueur',
    time: 'Temps',
    runs: 'Courses',
    ratio: 'Rapport',
    pain: 'Pire douleur',
    notes: 'Remarques',
    kind: 'Sorte',
    effort: 'Difficulté',
    load: 'Charge',
    fitness: 'Condition',
    fatigue: 'Fatigue',
    form: 'Forme',
  },
  longer: 'plus longue que d’habitude',
  unknown: 'non dit',
};

export const runPage: typeof english.runPage = {
  title: (kind, day) => `${kind} du ${day}`,
  againstLongest: 'Face à votre plus longue',
  ratioIs: (ratio, longest, day) =>
    `${ratio} fois la plus longue des 30 jours d’avant (${longest} le ${day}).`,
  silent: {
    'no-distance': 'Cette course n’a pas de distance, donc on ne peut pas la comparer.',
    'few-runs': 'Moins de 4 courses dans les 30 jours d’avant : c’est trop peu pour comparer.',
  },
  withPlan: 'Face à votre programme',
  numbers: 'Chaque nombre et d’où il vient',
  names: {
    start: 'Début',
    elapsedSeconds: 'Temps total',
    movingSeconds: 'Temps en mouvement',
    distanceMetres: 'Longueur',
    climbMetres: 'Montée',
    descentMetres: 'Descente',
    bestSpeed: 'Dix secondes les plus rapides',
    metresBySpeed: 'Mètres par vitesse',
    surges: 'Accélérations',
    secondsByHeartRate: 'Temps par fréquence cardiaque',
  },
  number: 'Nombre',
  value: 'Valeur',
  from: 'D’où',
  typed: 'Vous l’avez changé',
  wasRead: (value) => `c’était d’abord ${value}`,
  source: (format) => `D’où vient cette course : ${format}.`,
  formats: {
    fit: 'un fichier FIT',
    gpx: 'un fichier GPX',
    tcx: 'un fichier TCX',
    manual: 'vous l’avez saisie',
  },
  device: (name) => `Enregistrée avec : ${name}.`,
  notes: 'Ce qui a été remarqué à la lecture',
  noteKinds: {
    'clock-jump': 'L’horloge a sauté; ce qui venait avant a été déplacé.',
    'points-out-of-order': 'Des points hors de l’ordre du temps ont été laissés de côté.',
    'gps-spikes': 'Des endroits où personne n’a pu courir ont été laissés de côté.',
    'distance-jumps':
      'Des bouts étaient plus rapides que tout coureur; ils comptent pour la longueur seulement.',
    'repeated-segments': 'Des parties présentes deux fois ont été laissées de côté.',
    'distance-disagrees': 'Le fichier a aussi une autre longueur.',
    'elapsed-disagrees': 'Le fichier a aussi un autre temps total.',
    'moving-disagrees': 'Le fichier a aussi un autre temps en mouvement.',
    'climb-disagrees': 'Le fichier a aussi une autre montée.',
    'sport-unstated': 'Le fichier ne dit pas quel sport c’était.',
    'zone-unstated': 'Les heures n’ont pas de fuseau; elles ont été prises en temps universel.',
    'clock-unset': 'L’appareil ne savait pas la date.',
    'laps-missing': 'Il manque des tours, donc les points ont été pris.',
    'no-session': 'L’appareil n’a pas fait le bilan, donc la fin peut manquer.',
  },
  edit: 'La changer',
  editHint: 'Ce qui y était d’abord est gardé; votre changement est à côté.',
  kind: 'Qu’est-ce que c’était?',
  distance: (unit) => `Longueur en ${unit}`,
  effort: 'À quel point était-ce dur, de 0 (repos) à 10 (le plus que vous puissiez)?',
  notRated: 'Sans note',
  delete: 'Effacer cette course',
  deleteHint: 'Si vous apportez le même fichier encore une fois, la course revient.',
};

export const addRun: typeof english.addRun = {
  title: 'Ajouter une course',
  day: 'Jour',
  minutes: 'Durée en minutes',
  minutesHint: 'En mouvement, sans les pauses',
  distance: (unit) => `Longueur en ${unit}, si vous la savez`,
  climb: (unit) => `Montée en ${unit}, si vous la savez`,
  add: 'L’ajouter',
  errors: {
    day: 'Choisissez un jour jusqu’à aujourd’hui, pas plus vieux que 10 ans.',
    minutes: 'Durée : écrivez un nombre de 1 à 3000.',
    distance: (unit, most) => `Longueur en ${unit} : écrivez un nombre de 0 à ${most}, ou laissez vide.`,
    climb: (unit, most) => `Montée en ${unit} : écrivez un nombre de 0 à ${most}, ou laissez vide.`,
    effort: 'Choisissez une des notes, ou « Sans note ».',
    kind: 'Choisissez ce que c’était.',
    highest: 'Fréquence cardiaque la plus haute : écrivez un nombre entier de 100 à 240, ou laissez vide.',
    resting: 'Fréquence cardiaque au repos : écrivez un nombre entier de 25 à 120, ou laissez vide.',
    order: 'La fréquence la plus haute doit être au-dessus de celle au repos.',
    onset: 'Le jour où ça a commencé : choisissez un jour jusqu’à aujourd’hui.',
  },
};

export const importRuns: typeof english.importRuns = {
  title: 'Apporter des fichiers',
  lead: 'Choisissez des fichiers de votre montre ou de votre compte. Ils sont lus ici, sur votre appareil, et ne sont jamais envoyés ailleurs.',
  kinds: 'Fichiers FIT, GPX et TCX, compressés ou non, et le fichier ZIP de tout un compte.',
  choose: 'Fichiers',
  chooseFolder: 'Ou tout un dossier',
  read: 'Les lire',
  cancel: 'Arrêter',
  needsScript:
    'La lecture des fichiers a besoin de JavaScript, qui est désactivé ou pas encore là. Vous pouvez saisir vos courses.',
  needsDevice:
    'La lecture des fichiers a besoin de l’application sur votre appareil. Ce navigateur ne l’a pas encore, ou ne la permet pas. Rouvrez la page dans un moment, ou saisissez vos courses.',
  typeIn: 'Saisir une course',
  jsonTitle: 'Un fichier enregistré par Backstride',
  json: html`Un fichier avec votre programme ou vos courses, enregistré ici, s’apporte <a href="/recover/more">sous « Plus »</a>.`,
  whereTitle: 'Où trouver les fichiers',
  whyNot:
    'Nous ne demandons pas votre compte. Strava et Garmin ne laissent entrer les programmes qu’avec un compte à eux et, le plus souvent, une clé payante. Le fichier plus bas contient les mêmes courses et n’a besoin de rien de cela.',
  strava: 'Sur Strava',
  stravaSteps: [
    'Sur le Web, ouvrez les paramètres, puis « Mon compte ».',
    'Sous « Télécharger ou supprimer votre compte », choisissez de commencer. Rien n’est supprimé par cela.',
    'Demandez votre archive. Un courriel avec un lien arrive, souvent en quelques heures.',
    'Apportez ici le fichier ZIP tel quel.',
  ],
  garmin: 'Sur Garmin',
  garminSteps: [
    'Une course : ouvrez-la dans Garmin Connect sur le Web, choisissez la roue dentée, puis l’exportation de l’original.',
    'Toutes les courses : demandez vos données dans le centre de gestion du compte de Garmin. Un courriel avec un lien arrive en quelques jours.',
    'Apportez ici le fichier ZIP tel quel.',
  ],
  mayChange: 'Les noms des menus peuvent changer; nous les avons notés de mémoire.',
  shareHint:
    'Avec l’application installée, vous pouvez aussi partager un fichier de course vers Backstride depuis une autre application.',
  report: 'Ce que chaque fichier est devenu',
  sharedTitle: 'Fichiers partagés avec Backstride',
  sharedNone: 'Aucune course n’a pu être lue.',
  bringThemIn: (many) => (many === 1 ? 'Ajouter 1 course' : `Ajouter ${many} courses`),
  outcomes: {
    read: (many) => (many === 1 ? 'lu : 1 course' : `lu : ${many} courses`),
    'passed-over': 'pas une course, laissé de côté',
  },
  refusals: {
    empty: 'Il n’y a rien dedans.',
    'too-large': 'Il est plus gros que toute course.',
    'unknown-format': 'Ce n’est pas un fichier de course que nous connaissons.',
    damaged: 'Il est coupé ou a été changé en chemin.',
    hostile: 'Il est fait pour nuire, donc il n’a pas été lu.',
    unsupported: 'Il est compressé ou écrit d’une façon que nous ne lisons pas.',
    'no-run': 'Il contient un autre sport, ou aucune course.',
  },
  script: {
    reading: 'Lecture',
    stopped: 'Arrêté. Ce qui a été lu avant est gardé.',
    finished: 'C’est fait.',
    new: 'courses nouvelles',
    known: 'déjà connues',
    refused: 'illisibles',
    failed: 'Quelque chose a mal tourné. Ce qui a été lu avant est gardé.',
    see: 'Voir vos courses',
    runs: 'courses',
  },
};

export const coach: typeof english.coach = {
  title: 'La vue de l’entraîneur',
  lead: 'Pour qui connaît ces courbes. Elles viennent de vos courses seulement, et aucune étude ne les lie aux blessures.',
  of: 'Faites de',
  loads: {
    minutes: 'Minutes de course',
    effort: 'Difficulté fois minutes',
    trimp: 'Charge cardiaque',
  },
  show: 'Montrer',
  formula: 'Chaque jour : valeur = valeur + part × (charge du jour − valeur).',
  constants: (fitness, fatigue, days, other) =>
    `La part est ${fitness} pour la condition (${days} jours) et ${fatigue} pour la fatigue (${other} jours). La forme est la condition moins la fatigue.`,
  others: 'D’autres programmes donnent les mêmes noms à d’autres nombres. Ne les comparez pas.',
  known: (many, of) => `${many} courses sur ${of} disent cette charge; les autres comptent pour 0.`,
  begins:
    'Les courbes commencent à 0 avec votre première course, donc les six premières semaines sont trop basses.',
  chart: (fitness, fatigue, day) => `Le ${day}, la condition est ${fitness} et la fatigue ${fatigue}.`,
  trimp: (factor, exponent) =>
    `Charge cardiaque : minutes × r × ${factor} × e puissance ${exponent} × r. Ici, r dit où se trouve la fréquence entre le repos et le plus haut.`,
  resting: 'Votre fréquence cardiaque au repos',
  highest: 'Votre fréquence cardiaque la plus haute',
  highestSeen: (rate) => `La plus haute de vos courses est d’environ ${rate}.`,
  heart: 'Vos fréquences cardiaques',
  measures: 'Chaque mesure',
  window: 'Fenêtre',
  how: 'Comment elle est faite',
  strain: (monotony, strain) => `Monotonie de cette semaine : ${monotony}. Contrainte : ${strain}.`,
  table: 'Les 28 derniers jours',
};

export const loadBeliefs: typeof english.loadBeliefs = {
  title: 'Les croyances sur la charge',
  lead: 'Des règles que beaucoup d’applications montrent comme des faits. Elles ne servent pas ici.',
  verdicts: {
    contradicted: 'Les études disent le contraire',
    'not-supported': 'Rien ne le montre',
    qualified: 'En partie',
  },
};

export const prevention: typeof english.prevention = {
  title: 'Rester bien',
  lead: 'Pour les coureurs sans douleur : ce qui aide, autant qu’on le sache, et à quelle dose.',
  week: (from) => `Dès la semaine ${from}`,
  dose: (sets, count, days) => `${sets} × ${count}, ${days === 1 ? 'une fois' : `${days} fois`} par semaine`,
  reps: (many) => (many === 1 ? 'une fois' : `${many} fois`),
  seconds: (many) => `${many} secondes`,
  metres: (many) => `${many} mètres`,
  exercise: 'Exercice',
  amount: 'Combien',
  notReviewed: 'Pas encore relu par un professionnel de la santé.',
  print: 'Vous pouvez imprimer cette page.',
  calendarName: 'Backstride : rester bien',
  calendarHint: (weeks) =>
    `Un fichier avec les ${weeks} premières semaines, à ouvrir avec votre calendrier. Déplacez les jours comme il vous convient.`,
  whichParts: 'Quelles parties?',
  firstDay: 'Premier jour',
  inWeek: (week) => `Semaine ${week}`,
  errors: {
    parts: 'Choisissez au moins une partie.',
    first: 'Choisissez un premier jour, d’il y a un mois à dans un an.',
  },
};

export const runInPlan: typeof english.runInPlan = {
  title: 'Votre course de ce jour',
  ticked: (distance, time) => `Nous avons trouvé votre course : ${distance}, ${time}.`,
  tickIt: 'Faire le bilan avec cette course',
  longer: (minutes, most) => `Vous avez couru environ ${minutes} minutes. Cette étape en permet ${most}.`,
  faster: (metres, percent) =>
    `${metres} étaient au-dessus de ${percent} % de votre meilleure vitesse. Cette étape ne le demande pas encore.`,
  notPlanned: 'Votre programme n’avait pas de course pour ce jour.',
  sayHow:
    'Dites dans le bilan comment ça s’est passé. Le programme suit ce que sent la jambe, pas la montre.',
  beforeRun: (most) =>
    `Pas plus de ${most} minutes de course, et tranquille. Votre montre peut compter avec vous.`,
  fill: 'Remplir à partir de mes courses',
  fillHint:
    'Prend votre course habituelle, la plus longue et vos jours par semaine, dans les quatre semaines d’avant.',
  filled: (many, from, to) =>
    `Rempli à partir de ${many === 1 ? '1 course' : `${many} courses`} entre le ${from} et le ${to}. Changez ce qui n’est pas juste.`,
  fillNone: 'Il n’y a pas de course dans les quatre semaines avant ce jour, donc rien n’a été rempli.',
};
