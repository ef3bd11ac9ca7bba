const LATIN: Record<string, string> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  д: "d",
  е: "e",
  ж: "zh",
  з: "z",
  и: "i",
  й: "i",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ф: "f",
  х: "h",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "sh",
  ъ: "",
  ы: "i",
  ь: "",
  э: "e",
  ю: "iu",
  я: "ia",
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
