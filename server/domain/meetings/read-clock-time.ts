export type ReadTime = { ok: true; time: string } | { ok: false; why: "unreadable" | "no_such_time" };

const form =
  /^(?:в |к |с |at )?(\d{1,2})(?:\s?[:.\-–]\s?(\d{2})|(\d{2})(?=$))?\s?(?:часов|часа|час|ч\.?|h|o'clock)?\s?(утра|дня|вечера|ночи|[ap]\.?m\.?)?$/;

/** Reads a time of day in Russian or English: `10:00`, `10.30`, `9-30`, `0930`, `в 10`, `7 вечера`, `3 pm`; as `09:30`. */
export function readClockTime(text: string): ReadTime {
  const words = text.trim().toLowerCase().replaceAll("ё", "е").replace(/\s+/g, " ");
  if (/^(?:в )?(?:полдень|noon)$/.test(words)) return { ok: true, time: "12:00" };
  const match = form.exec(words);
  if (!match) return { ok: false, why: "unreadable" };
  const [, hours, parted, joined, part = ""] = match;
  const minutes = Number(parted ?? joined ?? "0");
  const hour = inDay(Number(hours), part.replaceAll(".", ""));
  if (hour === null || hour > 23 || minutes > 59) return { ok: false, why: "no_such_time" };
  return { ok: true, time: `${String(hour).padStart(2, "0")}:${String(minutes).padStart(2, "0")}` };
}

/** The hour of 24 behind one of a part of the day; null for one that this part does not have. */
function inDay(hour: number, part: string): number | null {
  if (part === "") return hour;
  if (part === "утра") return hour >= 3 && hour <= 12 ? hour % 24 : null;
  if (hour < 1 || hour > 12) return null;
  if (part === "am" || part === "ночи") return hour % 12;
  return (hour % 12) + 12;
}
