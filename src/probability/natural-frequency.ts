/** A probability as people of a hundred, the one denominator used everywhere; never 0 and never 100. */
export function peopleOfHundred(probability: number): string {
  if (probability < 0.01) return 'fewer than 1';
  if (probability > 0.99) return 'more than 99';
  return `about ${Math.round(probability * 100)}`;
}

/** What the uncertainty of the figures behind a probability does to it, as a sentence; both ends are 0–1. */
export function rangeOfHundred(low: number, high: number): string {
  const people = (p: number) => Math.round(p * 100);
  return people(low) === people(high)
    ? 'The figures behind it are uncertain, but hardly move this number.'
    : `The figures behind it are uncertain: it could be as low as ${people(low)} or as high as ${people(high)} of 100.`;
}
