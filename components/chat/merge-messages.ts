import type { CustomerMessageView, MessageStatus } from "@/server/domain/conversations/schema";

const RANK: Record<MessageStatus, number> = { failed: 0, sent: 1, delivered: 2, read: 3 };

function laterStatus(known: MessageStatus | null, incoming: MessageStatus | null): MessageStatus | null {
  if (known === null || incoming === null) return incoming ?? known;
  // A failure is news whenever it comes, but never takes back that somebody has read it.
  if (incoming === "failed") return known === "read" ? known : incoming;
  return RANK[incoming] >= RANK[known] ? incoming : known;
}

function newer(known: CustomerMessageView, incoming: CustomerMessageView): CustomerMessageView {
  const status = laterStatus(known.status, incoming.status);
  const isOlderEdit = known.editedAt !== null && (incoming.editedAt ?? "") < known.editedAt;
  return isOlderEdit || known.deleted ? { ...known, status } : { ...incoming, status };
}

function inOrder(a: CustomerMessageView, b: CustomerMessageView): number {
  return a.conversationId - b.conversationId || a.seq - b.seq;
}

/** Both lists as one: each id once in its latest version, ordered by conversation and place, whatever order they came in. */
export function mergeMessages(
  known: CustomerMessageView[],
  incoming: CustomerMessageView[],
): CustomerMessageView[] {
  const byId = new Map(known.map((message) => [message.id, message]));
  for (const message of incoming) {
    const before = byId.get(message.id);
    byId.set(message.id, before ? newer(before, message) : message);
  }
  return [...byId.values()].sort(inOrder);
}
