// Les quelques phrases que cette partie fait elle-même; les autres sont dans les connaissances.

import type { AssessWords } from './en.ts';

export const assessFrench: AssessWords = {
  notCleared: 'Les réponses données ne montrent pas que c’est sans danger pour vous.',
  pharmacistCan: 'Un pharmacien ou un médecin peut vous dire si ça vous convient.',
  clinicianDecides: 'Un professionnel de la santé qui vous a examiné en décide.',
  clinicianRulesOut: (cause) => `Un professionnel de la santé peut écarter : ${cause}.`,
  hangsOn: (findings, andOthers) =>
    `Cela dépend de votre réponse à ${findings.map((one) => `« ${one} »`).join(', ')}${andOthers ? ' et à d’autres' : ''}.`,
};
