import type { Chat, Resource } from "@/prisma/generated/client";
import { nextDeliveries } from "@/server/domain/messages/next-deliveries";
import { toldToMany } from "@/server/domain/messages/queue-delivery";
import { takeRequestSlot } from "@/server/domain/messages/take-request-slot";
import { db, pool } from "@/server/lib/db";
import { providerFor } from "@/server/providers/registry";

/**
 * Whether a chat may send now by its channel's pace: null when it may (a request is counted then) or nothing waits, else
 * when to look again. Chats take turns: the one whose oldest message waits longest goes first, and one that has just
 * sent (`hasSent`) goes behind all others. What many are told at once leaves half of the burst to answers, which go
 * before it.
 */
export async function waitForTurn(
  chat: Chat & { resource: Resource },
  hasSent: boolean,
): Promise<{ at: Date; priority: number } | null> {
  const pace = providerFor(chat.resource.provider).channel?.pace;
  if (!pace) return null;
  const next = await nextDeliveries(chat);
  if (!next || "waitUntil" in next) return null;
  const [head] = next.deliveries;
  const priority = await priorityOf(chat, head.priority);
  const burst = priority <= toldToMany ? Math.ceil(pace.burst / 2) : pace.burst;
  const freeAt = await takeRequestSlot(chat.resourceId, { ...pace, burst });
  if (!freeAt) return null;
  const ahead = await chatsAhead(chat, { priority, id: hasSent ? null : head.id });
  return { at: new Date(freeAt.getTime() + (ahead * 60_000) / pace.perMinute), priority };
}

/** How urgent a chat is: as the most urgent that waits there, for its first goes out before that. */
async function priorityOf({ id: chatId }: Chat, ofFirst: number): Promise<number> {
  if (ofFirst > toldToMany) return ofFirst;
  const { _max } = await db.delivery.aggregate({
    where: { chatId, state: "pending" },
    _max: { priority: true },
  });
  return _max.priority ?? ofFirst;
}

/** How many other chats of the resource wait for something more urgent, or as urgent and longer than a delivery if one is named. */
async function chatsAhead(
  { id, resourceId }: Chat,
  than: { priority: number; id: number | null },
): Promise<number> {
  const { rows } = await pool().query<{ ahead: number }>({
    name: "chats_ahead",
    text: `select count(distinct chat_id)::int as ahead from deliveries
      where workspace_id = (select workspace_id from resources where id = $1) and state = 'pending'
        and resource_id = $1 and chat_id <> $2 and started_at is null
        and (priority > $4 or priority = $4 and ($3::int is null or id < $3))`,
    values: [resourceId, id, than.id, than.priority],
  });
  return rows[0]?.ahead ?? 0;
}
