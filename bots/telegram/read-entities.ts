import type { MessageEntity } from "grammy/types";
import { type TextEntity, textEntity } from "@/server/lib/text-entity";

/** Telegram's words for formatting are ours; what readers recognise by themselves (addresses, hashtags) stays plain. */
const known = textEntity.shape.type;

/** The formatting that we know, cut to a text of `size` UTF-16 units and moved by `shift`. */
export function readEntities(entities: MessageEntity[], size: number, shift = 0): TextEntity[] {
  return entities.flatMap((entity) => {
    const type = known.safeParse(entity.type === "expandable_blockquote" ? "blockquote" : entity.type).data;
    const offset = Math.max(entity.offset, 0);
    const length = Math.min(entity.offset + entity.length, size) - offset;
    if (!type || length <= 0) return [];
    const placed = { type, offset: offset + shift, length };
    if (entity.type === "text_link") return entity.url ? [{ ...placed, url: entity.url }] : [];
    return entity.type === "pre" && entity.language ? [{ ...placed, language: entity.language }] : [placed];
  });
}
