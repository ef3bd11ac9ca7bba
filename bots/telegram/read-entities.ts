import type { MessageEntity } from "grammy/types";
import type { TextEntity } from "@/server/lib/text-entity";

/** Telegram's formatting in our words; what readers recognise by themselves (addresses, hashtags) stays plain. */
const types: Record<string, TextEntity["type"] | undefined> = {
  bold: "bold",
  italic: "italic",
  underline: "underline",
  strikethrough: "strikethrough",
  spoiler: "spoiler",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
  expandable_blockquote: "blockquote",
  text_link: "text_link",
};

/** The formatting that we know, cut to a text of `size` UTF-16 units and moved by `shift`. */
export function readEntities(entities: MessageEntity[], size: number, shift = 0): TextEntity[] {
  return entities.flatMap((entity) => {
    const type = types[entity.type];
    const offset = Math.max(entity.offset, 0);
    const length = Math.min(entity.offset + entity.length, size) - offset;
    if (!type || length <= 0) return [];
    const placed = { type, offset: offset + shift, length };
    if (entity.type === "text_link") return entity.url ? [{ ...placed, url: entity.url }] : [];
    return entity.type === "pre" && entity.language ? [{ ...placed, language: entity.language }] : [placed];
  });
}
