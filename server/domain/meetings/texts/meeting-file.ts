import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type Locale, localeFor } from "@/server/lib/phrases";
import { isMeetingText, MEETING_TEXTS, type MeetingTextKey } from "./text-keys";

const name = "config/meeting.json";
/** A text for everybody, or one a language. */
const fileText = z.union([
  z.string(),
  z.strictObject({ ru: z.string().optional(), en: z.string().optional() }),
]);
const fileShape = z.object({ messages: z.record(z.string(), z.unknown()).default({}) });

export type MeetingFile = {
  texts: { [Key in MeetingTextKey]?: z.infer<typeof fileText> };
  /** One line each for what could not be used. */
  problems: string[];
};

/** What a meeting.json says: its known texts, and in words what is wrong with the rest. */
export function parseMeetingFile(content: string): MeetingFile {
  let messages: Record<string, unknown>;
  try {
    messages = fileShape.parse(JSON.parse(content)).messages;
  } catch {
    const shape = '{ "messages": { "greeting": "…" } }';
    return { texts: {}, problems: [`${name} should be JSON of the form ${shape}, so none of it is used.`] };
  }
  const file: MeetingFile = { texts: {}, problems: [] };
  for (const [key, given] of Object.entries(messages)) {
    if (!isMeetingText(key)) {
      const known = Object.keys(MEETING_TEXTS).join(", ");
      file.problems.push(`${name}: there is no text “${key}”; known are ${known}.`);
      continue;
    }
    const text = fileText.safeParse(given);
    if (!text.success) {
      file.problems.push(`${name}: “${key}” should be a text, or { "ru": text, "en": text }.`);
      continue;
    }
    file.texts[key] = text.data;
    const unknown = unknownPlaceholders(key, Object.values(textsOf(text.data)).join("\n"));
    if (unknown.length > 0)
      file.problems.push(
        `${name}: ${braced(unknown)} in “${key}” stands for nothing; known are ${braced(MEETING_TEXTS[key])}.`,
      );
  }
  return file;
}

/** What somebody may have meant for a placeholder, `{ fio }` and `{full name}` too. */
const inBraces = /\{([^{}\n]{1,60})\}/g;

/** The placeholders of a text that stand for nothing in it, as they are written there. */
export function unknownPlaceholders(key: MeetingTextKey, text: string): string[] {
  const known: readonly string[] = MEETING_TEXTS[key];
  const named = new Set([...text.matchAll(inBraces)].map(([, name = ""]) => name));
  return [...named].filter((name) => !known.includes(name));
}

/** The file's text in the language of a workspace; null where it has none. */
export function textFromFile({ texts }: MeetingFile, key: MeetingTextKey, locale: string): string | null {
  const given = texts[key];
  return (given && textsOf(given)[localeFor(locale)]) || null;
}

let read: { path: string; version: string; file: MeetingFile } | null = null;

/** config/meeting.json of the working folder, read anew once it changes; no file is an empty one. */
export function meetingFile(workingFolder: string = process.cwd()): MeetingFile {
  const path = join(workingFolder, name);
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile()) return { texts: {}, problems: [] };
  const version = `${found.mtimeMs}:${found.size}`;
  if (read?.path !== path || read.version !== version)
    read = { path, version, file: parseMeetingFile(readFileSync(path, "utf8")) };
  return read.file;
}

function textsOf(given: z.infer<typeof fileText>): { [Language in Locale]?: string } {
  return typeof given === "string" ? { ru: given, en: given } : given;
}

const braced = (names: readonly string[]) => names.map((each) => `{${each}}`).join(", ");
