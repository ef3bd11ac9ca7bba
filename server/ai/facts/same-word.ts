import { extractClaims } from "@/server/ai/facts/extract-claims";
import { readCalendar, readCurrency, readUnit } from "@/server/ai/facts/measure-words";
import { sameName } from "@/server/ai/facts/same-name";

/** True when two folded words may mean the same: one name, weekday, unit or currency, or both say “free” or “paid”. */
export function sameWord(left: string, right: string): boolean {
  if (sameName(left, right)) return true;
  for (const read of [readCalendar, readUnit, readCurrency]) {
    const meaning = read(left);
    if (meaning !== null && meaning === read(right)) return true;
  }
  const [a, b] = [extractClaims(left), extractClaims(right)];
  return (a.has("free") && b.has("free")) || (a.has("paid") && b.has("paid"));
}
