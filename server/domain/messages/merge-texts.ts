import type { OutgoingAct, OutgoingMessage } from "@/server/providers/provider";

/** What one message takes at Telegram, in UTF-16 units. */
const longestText = 4096;
const gap = "\n\n";

/** The message of an act that is nothing but a text not yet begun; null for everything that must stand alone. */
export function plainText(act: OutgoingAct): OutgoingMessage | null {
  if (act.type !== "message" || act.alreadySent) return null;
  const { text, media = [], buttons = [], replyToExternalId } = act.message;
  return text && media.length === 0 && buttons.length === 0 && !replyToExternalId ? act.message : null;
}

/** Joins texts by blank lines into one message with all their formatting; it wakes people if any of them would. */
export function mergeTexts(messages: OutgoingMessage[]): OutgoingMessage {
  const merged: Required<Pick<OutgoingMessage, "text" | "entities">> = { text: "", entities: [] };
  for (const { text, entities = [] } of messages) {
    if (merged.text) merged.text += gap;
    const shift = merged.text.length;
    merged.entities.push(...entities.map((entity) => ({ ...entity, offset: entity.offset + shift })));
    merged.text += text;
  }
  return {
    text: merged.text,
    ...(merged.entities.length > 0 && { entities: merged.entities }),
    ...(messages.every(({ silent }) => silent) && { silent: true }),
  };
}

/** How many of the texts, from the first, fit one message together; at least one. */
export function fittingTogether(texts: string[]): number {
  let length = 0;
  for (const [index, text] of texts.entries()) {
    length += text.length + (index > 0 ? gap.length : 0);
    if (length > longestText) return Math.max(index, 1);
  }
  return texts.length;
}
