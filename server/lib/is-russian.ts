/** Whether what somebody wrote, or is called, has Cyrillic letters: then they read Russian. */
export function isRussian(words: string): boolean {
  return /\p{Script=Cyrillic}/u.test(words);
}
