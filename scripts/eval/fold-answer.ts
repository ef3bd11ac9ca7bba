/** Folds a reply or a gold string for comparing: case, «ё», diacritics, quotes, number format and spaces. */
export function foldAnswer(text: string): string {
  return text
    .normalize("NFD")
    .replace(/(?<=[a-z])\p{M}+/giu, "")
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/[«»"“”„'’`]/g, "")
    .replace(/(?<=\d)[   ](?=\d{3}(?!\d))/g, "")
    .replace(/(?<=\d),(?=\d)/g, ".")
    .replace(/(?<=\d)\s+(?=%)/g, "")
    .replace(/[‐‑‒–—−]/g, "-")
    .replace(/\s+/g, " ");
}

/** Whether a folded reply holds a gold string; digits match on digit edges only. */
export function holdsGold(reply: string, gold: string): boolean {
  const wanted = foldAnswer(gold).trim();
  for (let at = reply.indexOf(wanted); at >= 0; at = reply.indexOf(wanted, at + 1)) {
    const before = reply.charAt(at - 1);
    const after = reply.charAt(at + wanted.length);
    const cutsLeft = /^\d/.test(wanted) && /\d/.test(before);
    const cutsRight = /\d$/.test(wanted) && /\d/.test(after);
    if (!cutsLeft && !cutsRight) return true;
  }
  return false;
}
