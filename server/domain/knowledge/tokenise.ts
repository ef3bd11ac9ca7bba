import { foldText } from "./fold-text";

/** Cuts text into folded words and numbers, hyphenated compounds in their parts; order is kept. */
export function tokenise(text: string): string[] {
  return foldText(text).match(/\p{L}+|\d+(?:[.,:]\d+)*/gu) ?? [];
}
