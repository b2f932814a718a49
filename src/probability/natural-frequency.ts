/** A probability as people of a hundred, the one denominator used everywhere; never 0 and never 100. */
export function peopleOfHundred(probability: number): string {
  if (probability < 0.01) return 'fewer than 1';
  if (probability > 0.99) return 'more than 99';
  return `about ${Math.round(probability * 100)}`;
}
