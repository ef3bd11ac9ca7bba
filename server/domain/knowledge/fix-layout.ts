const LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const CYRILLIC = "ейцукенгшщзхъфывапролджэячсмитьбю";

/** Reads text typed with the Latin layout on by mistake ("ghbdtn") as the Russian keys it meant. */
export function fixLayout(text: string): string {
  return [...text]
    .map((letter) => {
      const at = LATIN.indexOf(letter);
      return at < 0 ? letter : CYRILLIC.charAt(at);
    })
    .join("");
}
