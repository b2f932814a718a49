// Probabilities as people of a hundred, the one denominator used everywhere; never 0 and never 100.

/** `about 70`, `fewer than 1`, `more than 99`. */
export function peopleOfHundred(probability: number): string {
  return isExtreme(probability) ? people(probability) : `about ${people(probability)}`;
}

/** What the uncertainty of the figures behind a probability does to it, as a sentence; both ends are 0–1. */
export function rangeOfHundred(low: number, high: number): string {
  return people(low) === people(high)
    ? 'The figures behind it are uncertain, but hardly move this number.'
    : `The figures behind it are uncertain: it could be as low as ${people(low)} or as high as ${people(high)} of 100.`;
}

function isExtreme(probability: number): boolean {
  return probability < 0.01 || probability > 0.99;
}

function people(probability: number): string {
  if (probability < 0.01) return 'fewer than 1';
  if (probability > 0.99) return 'more than 99';
  return String(Math.round(probability * 100));
}
