// The few sentences that this room makes itself; all others stand in the knowledge.

export const assessEnglish = {
  notCleared: 'The answers so far do not show that this is safe for you.',
  pharmacistCan: 'A pharmacist or doctor can tell you whether it suits you.',
  clinicianDecides: 'A clinician who has examined you decides.',
  clinicianRulesOut: (cause: string): string => `A clinician can rule out: ${cause}.`,
  hangsOn: (findings: readonly string[], andOthers: boolean): string =>
    `It hangs on your answer to ${findings.map((one) => `“${one}”`).join(', ')}${andOthers ? ' and others' : ''}.`,
};

export type AssessWords = typeof assessEnglish;
