const STOP = new Set(
  (
    "и в во на с со по за из у к о об от до для не ни но а же ли бы то это как что кто где когда мне мы вы я он она они " +
    "есть ваш ваша ваше ваши мой моя можно нужно ли или при the a an of to in on at for and or is are do does can i you we " +
    "my your our it be with what how when where which if there have has me please"
  ).split(" "),
);

/** A text's words, cut to crude stems that suit Russian and English alike; stop words left out. */
export function stems(text: string): string[] {
  const words =
    text
      .toLowerCase()
      .replaceAll("ё", "е")
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !STOP.has(word)).map((word) => (word.length > 5 ? word.slice(0, 5) : word));
}
