import { RUSSIAN_TO_LATIN } from "@/server/lib/russian-to-latin";

// Words that lose a soft sign or a letter on the way, too short to be corrected by likeness.
const SHORT_WORDS: Record<string, string> = {
  ест: "есть",
  ден: "день",
  нуно: "нужно",
  мозно: "можно",
  зен: "жен",
};

const TO_CYRILLIC: [string, string][] = [
  ["shch", "щ"],
  ["sch", "щ"],
  ["zh", "ж"],
  ["kh", "х"],
  ["ts", "ц"],
  ["ch", "ч"],
  ["sh", "ш"],
  ["yo", "е"],
  ["jo", "е"],
  ["yu", "ю"],
  ["ju", "ю"],
  ["ya", "я"],
  ["ja", "я"],
  ["ye", "е"],
  ["je", "е"],
  ["iy", "ий"],
  ["yy", "ый"],
  ["ay", "ай"],
  ["ey", "ей"],
  ["oy", "ой"],
  ["uy", "уй"],
  ["a", "а"],
  ["b", "б"],
  ["v", "в"],
  ["w", "в"],
  ["g", "г"],
  ["d", "д"],
  ["e", "е"],
  ["z", "з"],
  ["i", "и"],
  ["j", "ж"],
  ["k", "к"],
  ["l", "л"],
  ["m", "м"],
  ["n", "н"],
  ["o", "о"],
  ["p", "п"],
  ["q", "к"],
  ["r", "р"],
  ["s", "с"],
  ["t", "т"],
  ["u", "у"],
  ["f", "ф"],
  ["h", "х"],
  ["c", "ц"],
  ["x", "х"],
  ["y", "ы"],
  ["'", "ь"],
];

const SOUNDS: [RegExp, string][] = [
  [/sch|sh|ch|š|č/g, "s"],
  [/zh|j(?=[aeou])/g, "z"],
  [/kh|h/g, "h"],
  [/ts|tz/g, "c"],
  [/ph/g, "f"],
  [/ck|q|c/g, "k"],
  [/x/g, "ks"],
  [/w/g, "v"],
  [/[yj]/g, "i"],
  [/ie|ia|iu|io/g, "i"],
  [/ou|oo/g, "u"],
  [/ee|ea/g, "i"],
  [/ai|ei/g, "i"],
];

/** Spells Russian typed in Latin letters ("skolko") in Cyrillic; expects folded text, other signs stay. */
export function toCyrillic(text: string): string {
  let spelt = "";
  for (let at = 0; at < text.length; ) {
    const afterConsonant = /[^aeiouy]$/.test(text.slice(0, at));
    const pair = TO_CYRILLIC.find(
      ([latin]) => text.startsWith(latin, at) && !(latin === "ye" && afterConsonant),
    );
    spelt += pair ? pair[1] : text.charAt(at);
    at += pair ? pair[0].length : 1;
  }
  return SHORT_WORDS[spelt] ?? spelt;
}

/** A rough key of how a word sounds, the same for both alphabets: «шкода» and "Škoda", «корола» and "Corolla". */
export function soundKey(word: string): string {
  let key = [...word].map((letter) => RUSSIAN_TO_LATIN[letter] ?? letter).join("");
  for (const [spelling, sound] of SOUNDS) key = key.replace(spelling, sound);
  return key.replace(/(.)\1+/g, "$1");
}
