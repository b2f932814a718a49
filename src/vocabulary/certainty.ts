// How a number came to be, so that no reader takes a guess for a measurement.

/**
 * - `published`: read in the cited work (abstract, table or guideline page)
 * - `derived`: arithmetic on published figures
 * - `unverified`: background knowledge, the cited work was not opened
 * - `estimate`: set for modelling, never to be shown as published
 */
export const CERTAINTIES = ['published', 'derived', 'unverified', 'estimate'] as const;

export type Certainty = (typeof CERTAINTIES)[number];
