// Probabilities as people of a hundred, the one denominator used everywhere; never 0 and never 100.

/** `about 70`, `fewer than 1`, `more than 99`. */
export function peopleOfHundred(probability: number): string {
  return typeof hundredths(probability) === 'number' ? `about ${people(probability)}` : people(probability);
}

/** What the uncertainty of the figures behind a probability does to it, as a sentence; both ends are 0–1. */
export function rangeOfHundred(low: number, high: number): string {
  return people(low) === people(high)
    ? 'The figures behind it are uncertain, but hardly move this number.'
    : `The figures behind it are uncertain: it could be as low as ${people(low)} or as high as ${people(high)} of 100.`;
}

/** The number of people of a hundred; never 0 and never 100. */
export function hundredths(probability: number): number | 'fewer' | 'more' {
  if (probability < 0.01) return 'fewer';
  return probability > 0.99 ? 'more' : Math.round(probability * 100);
}

function people(probability: number): string {
  const share = hundredths(probability);
  return share === 'fewer' ? 'fewer than 1' : share === 'more' ? 'more than 99' : String(share);
}
