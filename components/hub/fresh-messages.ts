import type { HubMessageView } from "@/server/domain/messages/hub/schema";

/**
 * What a list knows with the newer copies that its first page read again brings, and what that page has above the first
 * known one. Both newest first.
 */
export function freshMessages(
  known: HubMessageView[],
  head: HubMessageView[],
): { messages: HubMessageView[]; news: HubMessageView[] } {
  const copies = new Map(head.map((message) => [message.id, message]));
  const ids = new Set<number>();
  const messages = known.flatMap((message) => {
    // A message that came while pages were read may stand on two of them.
    if (ids.has(message.id)) return [];
    ids.add(message.id);
    return copies.get(message.id) ?? message;
  });
  const [first] = messages;
  const news = head.filter((message) => !ids.has(message.id) && (!first || isAbove(message, first)));
  return { messages, news };
}

function isAbove(a: HubMessageView, b: HubMessageView): boolean {
  const difference = Date.parse(a.sentAt) - Date.parse(b.sentAt);
  return difference === 0 ? a.id > b.id : difference > 0;
}
