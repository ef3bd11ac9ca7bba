import type { Entity } from "../world/telegram-objects";
import { badRequest } from "./refusal";

const RESERVED = "_*[]()~`>#+-=|{}.!";
const MARKS: { mark: string; type: string; name: string }[] = [
  { mark: "__", type: "underline", name: "Underline" },
  { mark: "||", type: "spoiler", name: "Spoiler" },
  { mark: "*", type: "bold", name: "Bold" },
  { mark: "_", type: "italic", name: "Italic" },
  { mark: "~", type: "strikethrough", name: "Strikethrough" },
];

interface Open {
  mark: string;
  name: string;
  entity: Entity;
  at: number;
}

const cannotParse = (why: string) => badRequest(`can't parse entities: ${why}`);

/** MarkdownV2 into plain text and entities (offsets in UTF-16 units); throws Telegram's refusal. */
export function parseMarkdown(source: string): { text: string; entities: Entity[] } {
  const entities: Entity[] = [];
  const open: Open[] = [];
  let text = "";
  let at = 0;
  let quote: Entity | null = null;
  const bytes = (index: number) => Buffer.byteLength(source.slice(0, index));
  const close = (entity: Entity) => {
    entity.length = text.length - entity.offset;
    if (entity.length > 0) entities.push(entity);
  };
  const unfinished = (name: string, index: number) =>
    cannotParse(`Can't find end of ${name} entity at byte offset ${bytes(index)}`);

  /** Text up to `end`, with backslashes taken away; moves behind it. */
  const verbatimUntil = (end: string, name: string, from: number): string => {
    let out = "";
    const start = at;
    for (at = from; at < source.length; at++) {
      if (source[at] === "\\" && at + 1 < source.length) out += source[++at];
      else if (source.startsWith(end, at)) {
        at += end.length;
        return out;
      } else out += source[at];
    }
    throw unfinished(name, start);
  };

  const lineStart = () => text === "" || text.endsWith("\n");
  while (at < source.length) {
    const char = source[at] ?? "";
    if (quote && char === "\n" && !source.startsWith("\n>", at)) {
      close(quote);
      quote = null;
    }
    if (char === "\\" && at + 1 < source.length && source.charCodeAt(at + 1) <= 126) {
      text += source[at + 1];
      at += 2;
      continue;
    }
    if (char === ">" && (lineStart() || (quote && source[at - 1] === "\n"))) {
      quote ??= { type: "blockquote", offset: text.length, length: 0 };
      at++;
      continue;
    }
    if (quote && source.startsWith("||", at) && (at + 2 === source.length || source[at + 2] === "\n")) {
      quote.type = "expandable_blockquote";
      at += 2;
      continue;
    }
    if (source.startsWith("```", at)) {
      const entity: Entity = { type: "pre", offset: text.length, length: 0 };
      const language = /^```([^\s`]+)\n/.exec(source.slice(at))?.[1];
      const skip = language ? 4 + language.length : source[at + 3] === "\n" ? 4 : 3;
      if (language) entity.language = language;
      text += verbatimUntil("```", language ? "PreCode" : "Pre", at + skip);
      close(entity);
      continue;
    }
    if (char === "`") {
      const entity: Entity = { type: "code", offset: text.length, length: 0 };
      text += verbatimUntil("`", "Code", at + 1);
      close(entity);
      continue;
    }
    if (char === "[" || source.startsWith("![", at)) {
      const type = char === "[" ? "text_link" : "custom_emoji";
      open.push({ mark: "[", name: "TextUrl", entity: { type, offset: text.length, length: 0 }, at });
      at += char === "[" ? 1 : 2;
      continue;
    }
    const last = open.at(-1);
    if (char === "]" && last?.mark === "[") {
      open.pop();
      at++;
      if (source[at] === "(") {
        const target = verbatimUntil(")", "TextUrl", at + 1);
        if (last.entity.type === "text_link") last.entity.url = target;
        else last.entity.custom_emoji_id = target.replace(/^tg:\/\/emoji\?id=/, "");
        close(last.entity);
      }
      continue;
    }
    const mark = MARKS.find((candidate) => source.startsWith(candidate.mark, at));
    if (mark) {
      if (last?.mark === mark.mark) {
        open.pop();
        close(last.entity);
      } else {
        open.push({ ...mark, entity: { type: mark.type, offset: text.length, length: 0 }, at });
      }
      at += mark.mark.length;
      continue;
    }
    if (RESERVED.includes(char)) {
      throw cannotParse(`Character '${char}' is reserved and must be escaped with the preceding '\\'`);
    }
    text += char;
    at++;
  }
  if (quote) close(quote);
  const unclosed = open.at(-1);
  if (unclosed) throw unfinished(unclosed.name, unclosed.at);
  return { text, entities };
}
