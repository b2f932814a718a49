// Le graphique des progrès en mots, et le minuteur.

import type * as english from '../en/chart.ts';

export const chart: typeof english.chart = {
  pains: {
    morning: 'Douleur du matin',
    worst: 'Pire douleur',
    during: 'Douleur à l’entraînement',
  },
  colours: { amber: 'Un peu trop', red: 'Trop', refer: 'Consultez' },
  decisions: {
    advance: 'On avance',
    hold: 'On reste',
    'step-back': 'On recule',
    pause: 'Pause',
    'see-someone': 'Consultez',
  },
  nothing: 'Rien à dessiner encore.',
  nothingToShow: 'Rien à montrer encore.',
  axes: { pain: 'Douleur, 0 à 10', stage: 'Phase du programme', run: 'Minutes de course' },
  sameInNumbers: 'La même chose en chiffres, jour après jour',
  span: (from, to) => `Douleur, phase et courses, du ${from} au ${to}.`,
  sameStage: (stage, name) => `Phase ${stage}, ${name}, au début et maintenant.`,
  stages: (first, firstName, last, lastName) =>
    `Phase ${first}, ${firstName}, au début; phase ${last}, ${lastName}, maintenant.`,
  onDays: (colour, days) => `${colour.toLowerCase()} : ${days} ${days === 1 ? 'jour' : 'jours'}`,
  runs: (many, least, most) =>
    `${many} ${many === 1 ? 'course' : 'courses'} de ${least === most ? most : `${least} à ${most}`} ${most === 1 ? 'minute' : 'minutes'}.`,
  noRuns: 'Aucune course.',
  toldOnce: (pain, value) => `${pain} : ${value} sur 10, dite une fois.`,
  trend: (pain, first, last, most) => {
    const ends =
      last === first
        ? `la même aux deux bouts, ${first} sur 10`
        : `${last < first ? 'en baisse' : 'en hausse'}, de ${first} à ${last} sur 10`;
    return `${pain} : ${ends}${most > Math.max(first, last) ? `, avec ${most} au plus haut` : ''}.`;
  },
  notTold: 'non dite',
  table: 'Jour après jour, en chiffres',
  caption: 'Douleur de 0 à 10, courses en minutes',
  columns: { date: 'Date', run: 'Course', stage: 'Phase', day: 'Jour' },
};

export const timer: typeof english.timer = {
  holds: (rounds, seconds) => `Chronométrer les maintiens : ${rounds} × ${seconds} secondes`,
  runs: 'Chronométrer les courses et les marches',
  run: 'Course',
  walk: 'Marche',
  hold: 'Tenez',
  rest: 'Repos',
  ready: 'Préparez-vous',
  script: {
    done: 'Terminé',
    pause: 'Pause',
    stop: 'Arrêter',
    noise: 'Son et vibration',
    goOn: 'Reprendre',
    close: 'Fermer',
    paused: 'En pause',
    timer: 'Minuteur',
    of: 'sur',
    seconds: 'secondes',
    goesOn: 'reprend',
  },
};
