import { RUSSIAN_TO_LATIN } from "@/server/lib/russian-to-latin";

const LATIN: Record<string, string> = {
  ...RUSSIAN_TO_LATIN,
  ђ: "dj",
  ј: "i",
  љ: "l",
  њ: "n",
  ћ: "ch",
  џ: "dzh",
  і: "i",
  ї: "i",
  є: "e",
  ґ: "g",
};

/** A rough sound of a word in plain Latin letters, the same for “Белград”, “Beograd”-like spellings and “Rečna”/“Речная”. */
export function transliterate(word: string): string {
  const latin = [...word.toLowerCase().replaceAll("ё", "е")]
    .map((letter) => LATIN[letter] ?? letter)
    .join("");
  return latin
    .replace(/č|ć/g, "ch")
    .replace(/š/g, "sh")
    .replace(/ž/g, "zh")
    .replace(/đ/g, "dj")
    .replace(/ß/g, "ss")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/ph/g, "f")
    .replace(/th/g, "t")
    .replace(/ck|q/g, "k")
    .replace(/x/g, "ks")
    .replace(/w/g, "v")
    .replace(/c(?=[eiy])/g, "s")
    .replace(/c(?!h)/g, "k")
    .replace(/[yj]/g, "i")
    .replace(/(.)\1+/g, "$1");
}
