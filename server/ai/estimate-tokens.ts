/** At least as many tokens as a model makes of this many characters: Latin text has about four a token, Cyrillic two. */
export function estimateTokens(characters: number): number {
  return Math.ceil(characters / 2) + 100;
}
