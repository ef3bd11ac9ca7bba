/** Lower case, «ё» as «е», diacritics off Latin letters, one kind of dash; the length may change. */
export function foldText(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("ё", "е")
    .replaceAll("đ", "dj")
    .replace(/[čćžšáéíóúàèìòùâêîôûäöüñ]/g, (letter) => letter.normalize("NFD").charAt(0))
    .replace(/[‐‑‒–—−]/g, "-");
}
