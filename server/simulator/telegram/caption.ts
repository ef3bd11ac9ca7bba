import type { Message } from "../world/telegram-objects";
import type { Call } from "./call";
import { formatText } from "./format-text";

const CAPTION_LIMIT = { limit: 1024, tooLong: "message caption is too long" };

/** A call's (or an album item's) caption as message fields; empty captions leave none. */
export function captionOf(call: Call, source: Record<string, unknown> = call.parameters): Partial<Message> {
  if (typeof source.caption !== "string") return {};
  const { text, entities } = formatText(source.caption, {
    parseMode: source.parse_mode,
    entities: source.caption_entities,
    ...CAPTION_LIMIT,
  });
  if (text === "") return { caption: undefined, caption_entities: undefined };
  return { caption: text, ...(entities.length > 0 && { caption_entities: entities }) };
}
