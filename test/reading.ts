// How hard a text is to read. Flesch-Kincaid grade (Kincaid and others 1975): 0.39 words a sentence + 11.8 syllables a word
// - 15.59; five years more is about the age. Syllables are counted by rules of thumb, so a grade is an estimate: it finds texts
// that are too hard, and does not show that people understand the others.

/** Sentences, and parts of sentences that stand by themselves. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .replace(/(\d)[.,:](\d)/g, '$1$2')
    .split(/[.?!:;…]+(?:["”)\]]*)(?:\s+|$)|\n/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence));
}

export function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu) ?? [];
}

/** Vowel groups, without a silent e at the end. */
export function syllablesOf(word: string): number {
  const plain = word
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replace(/(?:[^laeiouy]es|[^dt]ed|[^laeiouy]e)$/, '');
  return Math.max(1, plain.match(/[aeiouy]+/g)?.length ?? 1);
}

/** The grade of all texts together. */
export function gradeOf(texts: readonly string[]): number {
  const sentences = texts.flatMap(sentencesOf);
  const words = sentences.flatMap(wordsOf);
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}
