// Le retour à la course : commencer, aujourd’hui, faire le bilan, le programme, les progrès, ce qui sert rarement.

import { html } from 'hono/html';
import type * as english from '../en/recover.ts';

export const recover: typeof english.recover = {
  tabs: { today: 'Aujourd’hui', plan: 'Programme', progress: 'Progrès', more: 'Plus' },
  nav: 'Votre programme',
  keptOnDevice: 'Votre programme et vos bilans restent sur cet appareil seulement.',
  keptInCookies: html`Votre programme et vos bilans sont dans les témoins (cookies) scellés de ce navigateur, pas sur le serveur. <a href="/recover/more">Enregistrez-les dans un fichier</a> par prudence.`,
  decisions: {
    advance: 'On avance',
    hold: 'Restez à cette étape',
    'step-back': 'Un pas en arrière',
    pause: 'Pause',
    'see-someone': 'Faites-le examiner',
  },
  stopWhen: 'Arrêtez quand',
  moveOnWhen: 'Vous avancez quand',
  daily: 'Travail et vie de tous les jours',
  avoid: 'À laisser de côté',
  running: 'Course :',
  whenBack: 'Quand vous pourriez être de retour',
  stageOf: (at, of, name) => `Phase ${at} sur ${of} : ${name}`,
  stepOf: (at, of) => (of === undefined ? `Étape ${at}.` : `Étape ${at} sur ${of}.`),
  atLeast: (value) => `au moins ${value}`,
  atMost: (value) => `au plus ${value}`,
  sides: { left: 'jambe gauche', right: 'jambe droite', each: 'chaque côté', both: '' },
  clinicianCan: 'Un professionnel de la santé peut faire un programme avec vous.',
};

export const start: typeof english.start = {
  title: 'Commencer votre programme',
  lead: 'Un programme avance par étapes. Chaque jour, un bilan d’une demi-minute décide : avancer, rester ou reculer. Il vous arrête, et le dit, quand quelqu’un devrait d’abord vous examiner.',
  noPlanYet: 'Votre résultat ne permet pas encore de programme.',
  ifSeen: 'Si un professionnel de la santé vous a vu depuis, choisissez ce qu’il vous a dit.',
  notSure: html`Vous ne savez pas ce que c’est? <a href="/">Répondez d’abord aux questions</a>; il faut cinq minutes.`,
  begin: 'Commencer',
  cause: 'À quoi sert le programme?',
  byAnswers: 'Suivre mes réponses',
  mostLikely: (cause) => `Le plus probable : ${cause}`,
  told: 'Un professionnel de la santé m’a dit ce que c’est',
  toldHint: 'Choisissez dans la liste plus bas',
  justThis: (cause) => `Seulement ceci : ${cause}`,
  withoutQuestions: 'Sans les questions',
  whatTold: 'Ce que le professionnel de la santé vous a dit',
  nothingChosen: 'Rien de choisi',
  gradeNotTold: (cause) => `${cause}, grade ou type non précisé`,
  allowed: 'Ce que le professionnel de la santé a permis',
  didNotSay: 'Il ne l’a pas dit',
  aboutYou: 'Sur vous',
  age: 'Votre âge en années',
  side: 'Quelle jambe fait mal?',
  left: 'La gauche',
  right: 'La droite',
  both: 'Les deux',
  onset: 'Le jour où ça a commencé, si vous le savez',
  yourRunning: 'Votre course à pied',
  usual: 'Minutes de votre course habituelle avant que ça commence',
  longest: 'Minutes de votre plus longue course dans le mois d’avant',
  days: 'Jours par semaine où vous avez le temps de faire des exercices ou une course',
  goal: 'À quoi voulez-vous revenir?',
  goals: {
    'easy-run': 'Courir facilement, sans douleur',
    race: 'Faire une compétition de course, ou m’y préparer',
    sprint: 'Sprinter, ou jouer à un sport avec des sprints',
  },
  goalDate: 'La date de votre compétition ou de votre but, s’il y en a une',
  prediction: 'Dans combien de semaines pensez-vous courir facilement de nouveau?',
  predictionHint:
    'Votre propre idée vaut quelque chose : elle entre dans la prévision. Laissez vide si vous ne pouvez pas le dire.',
  kit: 'Le matériel que vous avez',
  tickKit: 'Cochez ce que vous avez',
  kitHint: 'Si vous ne cochez rien, le programme prend ce qu’il y a dans toute maison.',
  instead: (substitute) => `À la place : ${substitute}`,
  activities: 'Trois choses que vous voulez refaire',
  activitiesHint:
    'Dans vos mots, par exemple « monter l’escalier au travail ». Une fois par semaine, vous dites si ça va bien.',
  nth: ['Première', 'Deuxième', 'Troisième'],
  clock: 'Quelle heure est-il chez vous?',
  clockHint: 'Pour que les jours du programme commencent avec les vôtres.',
  chooseClock: 'Choisissez',
  clockOn: (time, day) => `${time}, ${day}`,
};

export const checkIn: typeof english.checkIn = {
  today: 'Le bilan d’aujourd’hui',
  earlier: 'Le bilan d’un jour passé',
  replaces: 'Vous avez déjà fait le bilan de ce jour; celui-ci le remplace.',
  otherDays: 'Un autre jour, ou une autre entrée',
  second: (link) =>
    html`<a href="${link}">Une deuxième entrée pour ce jour</a> : de deux valeurs, la pire compte.`,
  signs: 'Est-ce que l’un de ces points est vrai aujourd’hui?',
  signsEach: 'Répondez à chaque point',
  askedEach: 'On vous les demandera un par un',
  ifSession: 'Si vous avez fait une séance',
  did: 'Qu’avez-vous fait ce jour-là?',
  exercises: 'Les exercices',
  run: 'Une course',
  activities: 'À quel point pouvez-vous faire ces choses? 0, c’est pas du tout; 10, c’est comme avant.',
  tests: 'Les tests, de temps en temps',
  testsHint:
    'Laissez-les si vous n’en avez pas envie aujourd’hui. Une étape qui en demande un attend que vous l’ayez fait.',
  none: 'aucune',
  worst: 'la pire',
  notAtAll: 'pas du tout',
  fully: 'entièrement',
};

export const today: typeof english.today = {
  done: {
    session: 'Bravo. Dans une heure, et encore demain matin, dites dans un bilan comment c’était.',
    'check-in': 'C’est enregistré.',
    word: 'C’est enregistré. Le programme suit ce que le professionnel de la santé a dit.',
  },
  change: 'Changer le bilan d’aujourd’hui',
  checkIn: 'Faire le bilan',
  missed: 'Hier n’a pas encore de bilan : ajoutez-le',
  step: (at, of) => `étape ${at} sur ${of}`,
  leftOut: (many) =>
    many === 1
      ? 'Une chose est laissée de côté pour l’instant : voir pourquoi'
      : `${many} choses sont laissées de côté pour l’instant : voir pourquoi`,
  noCheckIn: html`<strong>Pas encore de bilan aujourd’hui.</strong> Il prend une demi-minute, de préférence après le lever et encore après une séance.`,
  rest: 'Jour de repos',
  restText:
    'Pas de séance aujourd’hui. C’est au repos que le muscle guérit : marchez et bougez comme d’habitude, tant que ça reste facile.',
  isDone: 'C’est fait.',
  notDone: 'Finalement pas fait',
  markDone: 'C’est fait',
  insteadOfKit: (uses) => `À la place du matériel : ${uses}`,
  moveMore: 'Si vous voulez bouger plus, au lieu de courir :',
  lockedUntil:
    'Il n’y a pas de séance, ni aujourd’hui ni plus tard, tant qu’un professionnel de la santé ne vous a pas examiné.',
  lookedAt: 'Un professionnel de la santé m’a examiné',
  byMistake: 'J’ai coché par erreur : changer le bilan d’aujourd’hui',
  calendar: html`<a href="/recover/calendar.ics">Retirer les séances de votre calendrier</a> <span class="hint">(un fichier, si vous les y avez mises)</span>`,
  toldMe: 'Un professionnel de la santé m’a dit ce que c’est',
  backToAnswers: 'Retour à vos réponses',
};

export const exercise: typeof english.exercise = {
  easier: 'Plus facile :',
  harder: 'Plus difficile :',
  next: (name) => `Ensuite : ${name}, quand le programme le prévoit.`,
  sides: {
    left: 'Jambe gauche',
    right: 'Jambe droite',
    each: 'Chaque côté',
    both: 'Les deux jambes à la fois',
  },
  notToday:
    'Cet exercice n’est pas dans votre programme aujourd’hui. Faites seulement ce que la page d’aujourd’hui nomme.',
  start: 'Départ.',
  between: 'Ensuite.',
  end: 'Fin.',
  motion: 'En mouvement. Touchez-le ou pointez-le pour le revoir.',
  back: 'Retour à aujourd’hui',
  from: 'D’où cela vient, et qui l’a relu (en anglais)',
};

export const overview: typeof english.overview = {
  title: 'Votre programme',
  done: 'terminé',
  here: 'vous êtes ici',
  keptUp: (months) => `À poursuivre pendant ${months} mois.`,
  atLeastDays: (days, day) =>
    `Au moins ${days} ${days === 1 ? 'jour' : 'jours'}${day === undefined ? '' : `; pas avant le jour ${day} du programme`}.`,
  asks: 'Ce que cette phase demande et ce qui la termine',
  steps: (many) => `${many} ${many === 1 ? 'étape' : 'étapes'}.`,
  twoGood: 'Deux bonnes séances de suite, chacune suivie d’un matin calme.',
  week: 'La semaine qui vient',
  weekHint: 'À l’étape d’aujourd’hui. C’est la façon dont ça va qui décide, pas le calendrier.',
  to: 'au',
  calendar: 'Dans votre calendrier',
  calendarHint:
    'Un fichier avec deux semaines de séances. Ouvrez-le avec votre calendrier, puis un nouveau chaque semaine : il met à jour ce qui s’y trouve.',
  atWhatTime: 'À quelle heure?',
  wholeDay: 'Laissez vide pour toute la journée.',
  discreet: 'Écrire seulement « Entraînement » : d’autres voient mon calendrier',
  getFile: 'Obtenir le fichier',
  supplies: 'Ce qu’il vous faut : une liste pour le magasin',
  leftOut: 'Laissé de côté pour l’instant',
  earliest: (date) =>
    html`Si chaque jour se passe bien à partir de maintenant, les critères mènent au moins jusqu’au ${date}. Ce n’est pas une promesse.`,
  notKnownSafe: (causes) => `On ne sait pas si c’est sûr dans l’un de ces cas : ${causes}.`,
  opensWith: (answers) => `Réponses qui pourraient l’ouvrir : ${answers}.`,
  noOpener: 'Aucune réponse à elle seule ne l’ouvre; un professionnel de la santé le peut.',
  quoted: (text) => `« ${text} »`,
  youAreBack: 'Vous êtes de retour. Il reste à rester en forme.',
  forecastFor: (cause, isDiagnosed, hasOnset) =>
    `${isDiagnosed ? `Ceci vaut pour « ${cause} »` : `Ceci vaut pour la cause la plus probable, « ${cause} », si c’est bien elle`}, en comptant à partir ${hasOnset ? 'du jour où ça a commencé' : 'du premier jour du programme'}.`,
  forecastForLikely: (cause) => `Ceci vaut pour la cause la plus probable, « ${cause} », si c’est bien elle.`,
};

export const supplies: typeof english.supplies = {
  title: 'Ce qu’il vous faut',
  lead: 'D’où vous êtes maintenant jusqu’à la fin du programme. Pas de médicaments : pour cela, demandez à un pharmacien.',
  back: 'Retour au programme',
  nothing: 'Il ne vous faut rien pour ce programme.',
  care: 'Pour les premiers jours',
  shop: 'Au magasin, sauf si quelque chose à la maison convient',
  house: 'À chercher à la maison',
  places: 'Un endroit où aller',
  atHand: 'Vous l’avez déjà',
  wait: 'Attendez pour ceci',
  waitWhy: 'Seuls des exercices laissés de côté pour l’instant s’en servent.',
  or: (substitute) => `Ou : ${substitute}`,
  nothingElse: 'Rien d’autre ne convient.',
  fromStage: (stage, name, usedBy) => `À partir de la phase ${stage}, ${name} : ${usedBy}`,
};

export const progress: typeof english.progress = {
  title: 'Progrès',
  nothingYet:
    'Rien à dessiner encore. Après vos premiers bilans, cette page montre votre douleur et vos étapes au fil du temps.',
  runs: 'Vos courses, à côté de votre douleur',
  dayByDay: 'Jour après jour',
  correct: 'Corriger ce bilan',
  add: 'Ajouter un bilan',
  of: (date) => `du ${date}`,
};

export const more: typeof english.more = {
  title: 'Plus',
  word: 'L’avis d’un professionnel de la santé',
  wordLink: 'Un professionnel de la santé m’a examiné, ou m’a dit ce que c’est',
  visit: 'Pour votre rendez-vous',
  summary: html`<a href="/recover/summary">Un résumé pour un professionnel de la santé</a> : une page à imprimer, à montrer ou à coller`,
  save: 'Enregistrer, apporter ailleurs',
  entries: (many) =>
    `${many} entrées sont gardées. Le fichier les contient toutes, en texte que vous pouvez lire.`,
  saveAll: 'Tout enregistrer dans un fichier',
  bringIn: 'Apporter un fichier enregistré sur un autre appareil',
  bringInHint: 'Ce qui est déjà ici reste; ce qui est dans les deux est gardé une seule fois.',
  bringItIn: 'L’apporter',
  remind: 'Un rappel',
  remindLead:
    'Une fois par jour, cet appareil peut dire que votre page est prête, tant que vous n’avez pas fait le bilan. Il ne dit rien de plus. Personne d’autre ne le sait.',
  reminder: {
    on: 'Me le rappeler',
    off: 'Ne plus me le rappeler',
    isOn: 'Vous aurez un rappel. L’appareil choisit l’heure.',
    isOff: 'Vous n’aurez pas de rappel.',
    denied: 'Ce navigateur ne permet pas les rappels. Les notifications sont fermées pour cette page.',
    notInstalled:
      'Ce navigateur ne rappelle que si l’application est installée : ajoutez-la d’abord à votre écran d’accueil.',
  },
  deleteTitle: 'Effacer',
  deleteText:
    'Ceci efface le programme, tous les bilans, vos courses et les réponses du début. On ne peut pas revenir en arrière.',
  deletePlan: 'Effacer mon programme',
  fileIsIn: 'Le fichier est ajouté.',
  isGone:
    'Votre programme est effacé. Ce navigateur garde maintenant 0 entrée; il n’y a pas de copie ailleurs.',
  isNotGone: (many) =>
    `Il reste quelque chose ici : ${many} entrées. Effacez encore, ou videz les données de cette page dans votre navigateur.`,
  wordLead:
    'Entrez seulement ce qu’un professionnel de la santé vous a dit après vous avoir examiné. Le programme s’y fie.',
  whatAllowed: 'Qu’est-ce qu’on vous a permis?',
  nothingAllowed: 'On ne l’a pas dit, ou rien encore',
  whatIsIt: 'Vous a-t-on dit ce que c’est?',
  notInList: 'Non, ou ce n’est pas dans cette liste',
};

export const reminder: typeof english.reminder = { ready: 'Votre page du jour est prête.' };
