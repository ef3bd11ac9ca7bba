import { parseInviteeLines } from "@/server/domain/meetings/parse-invitee-lines";
import type { BadLine } from "@/server/domain/meetings/schema";
import { say, type Turn } from "./turn";

/** More would not fit a message. */
const mostTold = 20;

/** Each line that could not be taken, by number with its reason; "" for none. */
export function badLineWords(turn: Turn, bad: BadLine[]): string {
  if (bad.length === 0) return "";
  const told = bad.slice(0, mostTold).map(({ line, text, reason }) =>
    say(turn, "badLine", {
      line,
      text: text.length > 80 ? `${text.slice(0, 80)}…` : text,
      reason: say(turn, `bad_${reason}`),
    }),
  );
  const more = bad.length - told.length;
  return [
    say(turn, "badLines", { count: bad.length }),
    ...told,
    ...(more > 0 ? [say(turn, "badMore", { count: more })] : []),
    say(turn, "badHint"),
  ].join("\n");
}

export type TakenLines = {
  /** All lines that may be kept, those from before among them. */
  lines: string[];
  /** So many of the text's are new. */
  added: number;
  hasBad: boolean;
  /** What came of it. */
  words: string;
};

/** Adds the lines of a text to those taken before; bad ones are told by number and stop nobody else. */
export function takeLines(turn: Turn, text: string, before: string[]): TakenLines {
  const { people, bad } = parseInviteeLines(text);
  const known = new Set(
    parseInviteeLines(before.join("\n")).people.flatMap(({ email, phone }) => [email, phone]),
  );
  const fresh = people.filter(
    ({ email, phone }) => !(email && known.has(email)) && !(phone && known.has(phone)),
  );
  if (people.length === 0 && bad.length === 0)
    return { lines: before, added: 0, hasBad: false, words: say(turn, "linesNone") };
  const count = say(turn, "linesTaken", { count: fresh.length });
  return {
    lines: [...before, ...fresh.map(({ text: line }) => line)],
    added: fresh.length,
    hasBad: bad.length > 0,
    words: [people.length > 0 ? count : "", badLineWords(turn, bad)].filter(Boolean).join("\n\n"),
  };
}
