// Whether a text reads like an emergency. Somebody who writes "I can't pee since last night" under an article needs the number
// to call and not an editor's answer next week. It only ever shows more than was asked for: the text is kept either way.
//
// Method: phrases, looked for in the text without case, accents and signs. No sentence is understood: "no chest pain" rings
// too, on purpose, as a bell that rings once too often costs a glance. What rings is measured on no real texts; every phrase is
// an estimate of ours. Each one belongs to a red flag of the knowledge, which says why it matters.

import type { Language } from '../vocabulary/index.ts';

export interface Alarm {
  /** Id of the red flag that the phrase sounds like. */
  readonly flag: string;
  readonly phrases: Readonly<Record<Language, readonly RegExp[]>>;
}

/** In plain letters: see `plainLetters`. */
export const ALARMS: readonly Alarm[] = [
  {
    flag: 'saddle-or-bladder',
    phrases: {
      'en-GB': [
        /\b(can ?not|cant|could ?nt|could not|unable to|not able to|trouble|hard to|difficulty) (to )?(pee|peeing|wee|urinate|urinating|pass (urine|water)|passing (urine|water)|poo|empty my bladder)\b/,
        /\b(wet|wetting|peed|pooed|soiled|soiling) (myself|my pants|my bed|the bed)\b/,
        /\b(lost|losing|no|loss of) (all )?(control (of|over) (my )?)?(bladder|bowels?|urine|stool)( control)?\b/,
        /\bincontinen(t|ce)\b/,
        /\bnumb(ness)? (\w+ ){0,3}(between (my |the )?legs|saddle|crotch|groin|genitals?|private parts|anus|perineum|vagina|penis)\b/,
        /\b(saddle|crotch|genitals?|private parts|between my legs) (\w+ ){0,2}(feels? |is |are |went |gone |going )?(\w+ )?numb\b/,
        /\bcauda equina\b/,
      ],
      'fr-CA': [
        /\b(peux|pouvais|arrive|arrivais|capable|reussis|incapable)( (pas|plus))?( a| d| de)? (faire )?(pipi|uriner|pisser|vider ma vessie)\b/,
        /\b(plus|perdu|perds|perte|perte de) (le |du |de )?controle (de|sur) (la |ma |mes )?(vessie|intestins?|selles?|urines?)\b/,
        /\bincontinen(t|te|ce)\b/,
        /\b(engourdi(e|es|s)?|insensible|engourdissement) (\w+ ){0,3}(entre les (jambes|cuisses)|entrejambe|parties|genitales?|organes genitaux|selle|anus|perinee)\b/,
        /\b(entrejambe|parties|organes genitaux|selle) (\w+ ){0,3}engourdi(e|es|s)?\b/,
        /\bqueue de cheval\b/,
      ],
    },
  },
  {
    flag: 'chest-symptoms-with-leg-pain',
    phrases: {
      'en-GB': [
        /\bchest (pain|pains|hurts|tightness|pressure|is tight|feels tight)\b/,
        /\b(pain|pressure|tightness|tight) (in|on|across) (my |the )?chest\b/,
        /\b(can ?not|cant|could not|could ?nt|hard to|trouble|struggling to|difficulty) (breathe|breathing|catch my breath|get my breath)\b/,
        /\b(short of breath|shortness of breath|out of breath at rest|breathless)\b/,
        /\bcough(ing|ed)?( up)? blood\b/,
        /\bheart attack\b/,
      ],
      'fr-CA': [
        /\b(douleurs?|mal|pression|serrement) (a|dans|au) (la |ma )?(poitrine|thorax)\b/,
        /\bpoitrine (\w+ )?(serre|serree|fait mal)\b/,
        /\b(mal|peine|difficulte|arrive (pas|plus)|peux (pas|plus)) (a )?respirer\b/,
        /\b(essouffle|essoufflee|essoufflement|souffle court)\b/,
        /\bcrach(e|er|ais|ant) du sang\b/,
        /\bcrise (cardiaque|de coeur)\b/,
      ],
    },
  },
  {
    flag: 'confused-or-collapsed',
    phrases: {
      'en-GB': [
        /\b(passed out|passing out|fainted|fainting|collapsed|unconscious|blacked out|seizure|heat ?stroke)\b/,
        /\b(suddenly|very|so) confused\b/,
      ],
      'fr-CA': [
        /\b(perdu connaissance|evanoui(e)?|inconscient(e)?|effondre(e)?|convulsions?|coup de chaleur)\b/,
        /\b(tres|soudainement|tout a coup) (confus|confuse)\b/,
      ],
    },
  },
  {
    flag: 'dark-urine-after-effort',
    phrases: {
      'en-GB': [
        /\b(dark|brown|black|red|cola|coke|tea)( \w+)? (pee|urine|wee)\b/,
        /\b(pee|urine|wee) (is |was |looks? |turned |went )?(\w+ ){0,2}(dark|brown|black|red|cola|coke)\b/,
      ],
      'fr-CA': [/\b(urines?|pipi) (\w+ ){0,3}(foncee?s?|brune?s?|noire?s?|rouges?|cola)\b/],
    },
  },
  {
    flag: 'cold-pale-numb-leg',
    phrases: {
      'en-GB': [
        /\b(leg|foot|toes) (is |are |feels? |went |turned |has gone )?(\w+ ){0,2}(blue|white|cold and (numb|pale|white|blue))\b/,
      ],
      'fr-CA': [
        /\b(jambe|pied|orteils) (\w+ ){0,3}(bleue?s?|blanc(he)?s?|froide?s? et (engourdie?s?|pale?s?))\b/,
      ],
    },
  },
  {
    flag: 'sepsis-signs',
    phrases: {
      'en-GB': [
        /\bsepsis\b/,
        /\b(fever|chills|shivering) (\w+ ){0,6}(confused|breathing fast|cannot stand|skin)\b/,
      ],
      'fr-CA': [
        /\bsepticemie\b|\bsepsis\b/,
        /\b(fievre|frissons) (\w+ ){0,6}(confus|confuse|respire vite|debout)\b/,
      ],
    },
  },
  {
    flag: 'unsafe-now',
    phrases: {
      'en-GB': [
        /\b(kill|killing|harm|harming|hurt|hurting) myself\b/,
        /\b(suicid(e|al)|end my life|want to die|do not want to live|dont want to live|better off dead)\b/,
        /\b(overdose|overdosed|took too (many|much))\b/,
      ],
      'fr-CA': [
        /\b(me tuer|me suicider|suicide|suicidaire|envie de mourir|veux mourir|en finir avec la vie|me faire du mal)\b/,
        /\b(surdose|trop pris de|pris trop de)\b/,
      ],
    },
  },
];

/**
 * Lower case, without accents; every sign becomes a space, save apostrophes, which vanish within a word as people leave them
 * out ("can't", "cant").
 */
export function plainLetters(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/([a-z]n)['’ʼ`´]t\b/g, '$1t')
    .replace(/œ/g, 'oe')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Ids of the red flags that a text sounds like, in the order of `ALARMS`; in every language, whatever the page speaks. */
export function alarmsIn(text: string): readonly string[] {
  const plain = plainLetters(text);
  return ALARMS.filter(({ phrases }) =>
    Object.values(phrases).some((some) => some.some((phrase) => phrase.test(plain))),
  ).map(({ flag }) => flag);
}
