// Le résumé pour un professionnel de la santé : la seule page écrite pour qui connaît les mots de la clinique.

import { html } from 'hono/html';
import type * as english from '../en/summary.ts';

const SIDES = { left: 'gauche', right: 'droite', both: 'les deux' };

export const summary: typeof english.summary = {
  levels: {
    emergency: 'urgence',
    'same-day': 'le jour même',
    'within-days': 'd’ici quelques jours',
    routine: 'pas urgent',
    'self-care': 'soins par soi-même',
  },
  title: 'Résumé pour un professionnel de la santé',
  nature:
    'Déclaré par une personne qui court et a mal à l’arrière de la cuisse, classé par Backstride. Aucun examen, aucun diagnostic; pas relu par un professionnel de la santé.',
  made: (date, knowledge) => html`Fait le ${date} avec les connaissances ${knowledge}.`,
  print: (link) =>
    html`Imprimez cette page, enregistrez-la en PDF, ou <a href="${link}">ouvrez-la en texte simple</a> pour la coller. Elle ne quitte cet appareil que si vous l’envoyez.`,
  textTitle: (date) => `RÉSUMÉ POUR UN PROFESSIONNEL DE LA SANTÉ, ${date}`,
  textKnowledge: (knowledge) => `Connaissances ${knowledge}`,
  who: 'Qui',
  when: 'Quand et comment ça a commencé',
  present: 'Signes de danger présents',
  denied: 'Signes de danger niés',
  notSure: 'Pas certain, ou pas demandé (ne compte jamais pour un non)',
  isNotSure: (finding) => `${finding} (pas certain)`,
  reported: 'Rapporté',
  deniedFindings: 'Nié',
  selfTests: 'Auto-tests à la maison (précision modeste)',
  health: 'Santé et médicaments',
  saidUnsure: 'pas certain',
  told: (finding, answer) => `${finding} : ${answer}`,
  urgency: 'Urgence',
  hangsOn: (flag) => `${flag} : dépend d’un « pas certain »`,
  causes: 'Causes',
  causesBy: 'Causes possibles, par probabilité (la plupart des chiffres sont des estimations)',
  percent: (value) =>
    value > 0.99 ? 'plus de 99 %' : `${(value * 100).toFixed(value < 0.1 ? 1 : 0).replace('.', ',')} %`,
  spread: (low, high) => `, de ${low} à ${high}`,
  cause: (clinical, name, percent, spread) => `${clinical} (${name}) : ${percent}${spread}`,
  runner: 'La personne',
  about: (age, side, usual, longest) =>
    `Âge ${age}, jambe qui fait mal : ${SIDES[side]}; avant le début, courses de ${usual} minutes, ${longest} au plus`,
  beganOn: (date) => `A commencé le ${date}`,
  toldBy: (cause, kind, date) =>
    `Dit par un professionnel de la santé, selon la personne : ${cause}${kind} (${date})`,
  cleared: (covers, date) => `Permis, selon la personne : ${covers} (${date})`,
  plan: 'Programme et progrès',
  where: (plan, day, stage, of, name) => `${plan}, jour ${day}, phase ${stage} sur ${of} : ${name}`,
  today: (reason) => `Aujourd’hui : ${reason}`,
  painOn: (date, morning, worst) => `Douleur le ${date} : ${morning} le matin, ${worst} au pire (sur 10)`,
  days: (checkIns, forward, back, pauses, stops) =>
    `Jours avec un bilan : ${checkIns}; pas en avant ${forward}, en arrière ${back}, pauses ${pauses}, arrêts ${stops}`,
  onDay: (date, reason) => `${date} : ${reason}`,
};
