import { detectLanguage } from "./detect-language";

/** A text with the name and the language (ISO 639-1; "und" or "other" when nothing tells) it is kept under. */
export type ParsedSource = { title: string; text: string; language: string };

const LONGEST_TITLE = 90;

/** Reads a Markdown or plain text: its title is the first heading, else a short first line, else the file's name. */
export function parseSource(fileName: string, content: string): ParsedSource {
  const text = content
    .replace(/^\uFEFF/, "")
    // Postgres cannot store NUL, and no reader could see it.
    .replaceAll("\u0000", "")
    .replaceAll("\r\n", "\n")
    .trim();
  const { language } = detectLanguage(text);
  const [first = "", ...rest] = text.split("\n");
  const heading = /^#\s+(.+?)\s*#*$/.exec(first)?.[1];
  // The title stands beside every passage already; kept in the text it would head each of them a second time.
  if (heading) return { title: heading, text: rest.join("\n").trim(), language };
  const opening = first.replace(/(?<=[.!?])\s.*$/, "").replace(/[.!?:]+$/, "");
  const isTitle = opening !== "" && opening.length <= LONGEST_TITLE && rest[0]?.trim() === "";
  return { title: isTitle ? opening : fileName.replace(/\.[^.]+$/, ""), text, language };
}
