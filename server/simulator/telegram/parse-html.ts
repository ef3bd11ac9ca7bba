import type { Entity } from "../world/telegram-objects";
import { badRequest } from "./refusal";

const TAGS: Record<string, string> = {
  b: "bold",
  strong: "bold",
  i: "italic",
  em: "italic",
  u: "underline",
  ins: "underline",
  s: "strikethrough",
  strike: "strikethrough",
  del: "strikethrough",
  "tg-spoiler": "spoiler",
  span: "spoiler",
  a: "text_link",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
  "tg-emoji": "custom_emoji",
};

const NAMED: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"' };

const bytesBefore = (source: string, at: number) => Buffer.byteLength(source.slice(0, at));
const cannotParse = (why: string) => badRequest(`can't parse entities: ${why}`);

function decodeReference(reference: string): string | null {
  const named = NAMED[reference];
  if (named) return named;
  const number = /^#(?:x([0-9a-f]+)|(\d+))$/i.exec(reference);
  if (!number) return null;
  const code = number[1] ? Number.parseInt(number[1], 16) : Number(number[2]);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
}

function decode(text: string): string {
  return text.replace(
    /&(#x?[0-9a-f]+|[a-z]+);/gi,
    (whole, reference: string) => decodeReference(reference) ?? whole,
  );
}

function attribute(source: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i").exec(source);
  return match ? decode(match[1] ?? match[2] ?? match[3] ?? "") : undefined;
}

function openEntity(tag: string, attributes: string, offset: number, at: number): Entity {
  const type = TAGS[tag];
  if (!type) throw cannotParse(`Unsupported start tag "${tag}" at byte offset ${at}`);
  const entity: Entity = { type, offset, length: 0 };
  if (tag === "span" && attribute(attributes, "class") !== "tg-spoiler") {
    throw cannotParse(`Tag "span" must have class "tg-spoiler" at byte offset ${at}`);
  }
  if (tag === "a") {
    const url = attribute(attributes, "href");
    if (url) entity.url = url;
  }
  if (tag === "code") {
    const language = attribute(attributes, "class")?.match(/^language-(.+)$/)?.[1];
    if (language) entity.language = language;
  }
  if (tag === "blockquote" && /(?:^|\s)expandable(?:\s|=|$)/.test(attributes))
    entity.type = "expandable_blockquote";
  if (tag === "tg-emoji") entity.custom_emoji_id = attribute(attributes, "emoji-id") ?? "";
  return entity;
}

/** Telegram's HTML into plain text and entities (offsets in UTF-16 units); throws Telegram's refusal. */
export function parseHtml(source: string): { text: string; entities: Entity[] } {
  const entities: Entity[] = [];
  const open: { tag: string; entity: Entity }[] = [];
  let text = "";
  let at = 0;
  while (at < source.length) {
    const next = source.indexOf("<", at);
    const end = next === -1 ? source.length : next;
    text += decode(source.slice(at, end));
    if (next === -1) break;
    const tag = /^<(\/?)([a-z0-9-]*)((?:\s(?:[^>"']|"[^"]*"|'[^']*')*)?)>/i.exec(source.slice(next));
    const offset = bytesBefore(source, next);
    if (!tag) throw cannotParse(`Unclosed start tag at byte offset ${offset}`);
    const [whole, slash, rawName = "", attributes = ""] = tag;
    const name = rawName.toLowerCase();
    at = next + whole.length;
    if (!slash) {
      const entity = openEntity(name, attributes, text.length, offset);
      open.push({ tag: name, entity });
      continue;
    }
    const last = open.pop();
    if (!last) throw cannotParse(`Unexpected end tag at byte offset ${offset}`);
    if (name !== "" && name !== last.tag) {
      throw cannotParse(
        `Unmatched end tag at byte offset ${offset}, expected "</${last.tag}>", found "</${name}>"`,
      );
    }
    last.entity.length = text.length - last.entity.offset;
    const around = open.at(-1);
    if (last.tag === "code" && around?.tag === "pre") {
      if (last.entity.language) around.entity.language = last.entity.language;
    } else if (last.entity.length > 0 && !(last.tag === "a" && !last.entity.url)) {
      const { language, ...plain } = last.entity;
      entities.push(last.tag === "pre" && language ? last.entity : plain);
    }
  }
  const unclosed = open.at(-1);
  if (unclosed) throw cannotParse(`Can't find end tag corresponding to start tag "${unclosed.tag}"`);
  return { text, entities };
}
