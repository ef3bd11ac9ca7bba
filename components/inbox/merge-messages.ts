import type { StaffMessageView } from "@/server/domain/conversations/inbox-schema";

/** A conversation's messages in order, with newer copies of known ones; those older than `from` belong to unread pages. */
export function mergeMessages(
  known: StaffMessageView[],
  incoming: StaffMessageView[],
  from = 0,
): StaffMessageView[] {
  if (incoming.length === 0) return known;
  const byId = new Map(known.map((message) => [message.id, message]));
  for (const message of incoming) if (message.seq >= from) byId.set(message.id, message);
  return [...byId.values()].sort((a, b) => a.seq - b.seq);
}
