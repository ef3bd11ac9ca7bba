import type { HubChatMessage } from "@/server/domain/messages/hub/page-schema";

/** A line of a chat. `parts`: the messages of one album, or the only one; `isFirst`: its author's name stands above. */
export type ChatLine =
  | { kind: "day"; key: string; at: string }
  | { kind: "message"; key: string; message: HubChatMessage; parts: HubChatMessage[]; isFirst: boolean };

/** Messages of one author further apart than this stand apart. */
const pauseMs = 5 * 60_000;

function dayOf({ sentAt }: HubChatMessage): string {
  return new Date(sentAt).toDateString();
}

function together(a: HubChatMessage | undefined, b: HubChatMessage): boolean {
  if (!a || a.author !== b.author || a.contact?.id !== b.contact?.id || a.authorName !== b.authorName)
    return false;
  if (b.author === "system" || b.isReply || b.isForwarded !== a.isForwarded || dayOf(a) !== dayOf(b))
    return false;
  return Date.parse(b.sentAt) - Date.parse(a.sentAt) < pauseMs;
}

/** The messages as they are drawn: days, albums as one, authors named once. Oldest first. */
export function chatLines(messages: HubChatMessage[]): ChatLine[] {
  const lines: ChatLine[] = [];
  let before: HubChatMessage | undefined;
  for (const message of messages) {
    const last = lines.at(-1);
    if (last?.kind === "message" && message.albumId && last.message.albumId === message.albumId) {
      last.parts.push(message);
      // The caption may stand on any part.
      if (!last.message.text && message.text) last.message = message;
      before = message;
      continue;
    }
    if (!before || dayOf(before) !== dayOf(message))
      lines.push({ kind: "day", key: `d${message.id}`, at: message.sentAt });
    lines.push({
      kind: "message",
      key: `m${message.id}`,
      message,
      parts: [message],
      isFirst: !together(before, message),
    });
    before = message;
  }
  return lines;
}
