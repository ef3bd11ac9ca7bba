import { stemWord } from "@/server/domain/intents/stem-word";
import { textSigns } from "@/server/domain/intents/text-signs";
import { foldText } from "@/server/domain/knowledge/fold-text";

/** Nobody's intent stands further back. */
const longest = 1500;

/** What a linear model sees of a text: signs, stems, pairs of stems and pieces of words, each with its weight. */
export function textFeatures(text: string): Map<string, number> {
  const shown = text.slice(0, longest);
  const features = new Map<string, number>();
  for (const sign of textSigns(shown)) features.set(`!${sign}`, 1);
  const words = foldText(shown).match(/\p{L}+|\d+|[?!+]/gu) ?? [];
  const stems = words.map((word) => (/\d/.test(word) ? "#" : stemWord(word)));
  const size = Math.sqrt(Math.max(1, stems.length));
  const add = (name: string, weight: number) => features.set(name, (features.get(name) ?? 0) + weight);
  for (const [index, stem] of stems.entries()) {
    add(stem, 2.2 / size);
    add(`${stems[index - 1] ?? "^"} ${stem}`, 1.6 / size);
    if (index === stems.length - 1) add(`${stem} $`, 1.2 / size);
  }
  if (stems[0]) features.set(`^${stems[0]}`, 0.6);
  const pieces = words.filter((word) => /^\p{L}{3,}$/u.test(word)).flatMap(piecesOf);
  const share = 2 / Math.sqrt(Math.max(4, pieces.length));
  for (const piece of pieces) add(piece, share);
  return features;
}

/** Beginnings and inner parts of a word, so that other forms of it, its kin and slips are known too. */
function piecesOf(word: string): string[] {
  const edged = `<${word.slice(0, 20)}>`;
  const pieces: string[] = [];
  for (const length of [4, 5])
    for (let from = 0; from + length <= edged.length; from += 1)
      pieces.push(`~${edged.slice(from, from + length)}`);
  return pieces;
}
