import type { Entity } from "../world/telegram-objects";
import { parseHtml } from "./parse-html";
import { parseMarkdown } from "./parse-markdown";
import { badRequest } from "./refusal";

const FOUND: [string, RegExp][] = [
  [
    "url",
    /(?<![\w@])(?:https?:\/\/[^\s<>"]+[^\s<>".,;:!?)»]|(?:[a-z0-9-]+\.)+(?:com|org|net|ru|rs|me|io|dev|app)(?:\/[^\s<>"]*[^\s<>".,;:!?)»])?)(?![\w@])/gi,
  ],
  ["email", /[\w.+-]+@[\w-]+\.[\w.-]*\w/g],
  ["bot_command", /(?<![\w/])\/[a-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/])/gi],
  ["mention", /(?<![\w@.])@[a-z]\w{3,31}/gi],
  ["hashtag", /(?<![\w#&])#[\p{L}\d_]*\p{L}[\p{L}\d_]*/gu],
];

/** Entities that Telegram finds by itself (commands, links, mentions…), outside the given ones. */
export function findEntities(text: string, given: Entity[]): Entity[] {
  const entities = [...given];
  const free = (offset: number, length: number) =>
    entities.every(
      (other) =>
        other.type === "blockquote" ||
        other.offset + other.length <= offset ||
        other.offset >= offset + length ||
        ["bold", "italic", "underline", "strikethrough", "spoiler"].includes(other.type),
    );
  for (const [type, pattern] of FOUND) {
    for (const match of text.matchAll(pattern)) {
      const length = match[0].length;
      if (free(match.index, length)) entities.push({ type, offset: match.index, length });
    }
  }
  return entities.sort((a, b) => a.offset - b.offset || b.length - a.length);
}

/** Cuts white space off both ends and moves the entities accordingly, as Telegram does. */
function trimmed(text: string, entities: Entity[]): { text: string; entities: Entity[] } {
  const cut = text.length - text.trimStart().length;
  const result = text.trim();
  const moved = entities.flatMap((entity) => {
    const from = Math.max(0, entity.offset - cut);
    const to = Math.min(result.length, entity.offset + entity.length - cut);
    return to > from ? [{ ...entity, offset: from, length: to - from }] : [];
  });
  return { text: result, entities: moved };
}

/**
 * A text as sent by a bot into plain text and entities. Length is counted in UTF-16 units after parsing;
 * throws Telegram's refusals (`can't parse entities`, `message is too long`, …).
 */
export function formatText(
  source: string,
  options: { parseMode?: unknown; entities?: unknown; limit: number; tooLong: string },
): { text: string; entities: Entity[] } {
  let parsed: { text: string; entities: Entity[] };
  const mode = typeof options.parseMode === "string" ? options.parseMode.toLowerCase() : "";
  if (mode === "html") parsed = parseHtml(source);
  else if (mode === "markdownv2") parsed = parseMarkdown(source);
  else if (mode === "") {
    parsed = {
      text: source,
      entities: Array.isArray(options.entities) ? (options.entities as Entity[]) : [],
    };
  } else throw badRequest("unsupported parse_mode");
  const { text, entities } = trimmed(parsed.text, parsed.entities);
  if (text.length > options.limit) throw badRequest(options.tooLong);
  return { text, entities: findEntities(text, entities) };
}
