import { z } from "zod";

const logLine = z.looseObject({
  level: z.number(),
  time: z.string(),
  msg: z.string().optional(),
  err: z.looseObject({ message: z.string().optional(), stack: z.string().optional() }).optional(),
});

function levelWord(level: number): string {
  if (level >= 50) return "error: ";
  return level >= 40 ? "warning: " : "";
}

/** A JSON line of a part's log as a person reads it on a terminal; any other line stays as it is. */
export function humanLine(line: string): string {
  if (!line.startsWith("{")) return line;
  let content: unknown;
  try {
    content = JSON.parse(line);
  } catch {
    return line;
  }
  const parsed = logLine.safeParse(content);
  if (!parsed.success) return line;
  const { level, time, msg = "", err, ...details } = parsed.data;
  const cause = (level >= 50 ? err?.stack : undefined) ?? err?.message;
  const told = Object.entries(details).map(
    ([name, value]) => `${name}=${typeof value === "string" ? value : JSON.stringify(value)}`,
  );
  const at = new Date(time).toTimeString().slice(0, 8);
  const words = [levelWord(level) + msg, told.length > 0 && `(${told.join(", ")})`, cause && `– ${cause}`];
  return [at, ...words.filter(Boolean)].join(" ");
}
