import type { Chat, Resource } from "@/prisma/generated/client";
import { nextDeliveries } from "@/server/domain/messages/next-deliveries";
import { takeRequestSlot } from "@/server/domain/messages/take-request-slot";
import { pool } from "@/server/lib/db";
import { providerFor } from "@/server/providers/registry";

/**
 * Whether a chat may send now by its channel's pace: null when it may (a request is counted then) or nothing waits, else
 * when to look again. Chats take turns, the one whose oldest message waits longest first, so that none holds the others
 * up.
 */
export async function waitForTurn(chat: Chat & { resource: Resource }): Promise<Date | null> {
  const pace = providerFor(chat.resource.provider).channel?.pace;
  if (!pace) return null;
  const next = await nextDeliveries(chat);
  if (!next || "waitUntil" in next) return null;
  const ahead = await chatsAhead(chat.resourceId, next.deliveries[0].id);
  const everyMs = 60_000 / pace.perMinute;
  const freeAt = await takeRequestSlot(chat.resourceId, pace);
  return freeAt && new Date(freeAt.getTime() + ahead * everyMs);
}

/** How many chats of the resource have waited longer. */
async function chatsAhead(resourceId: number, deliveryId: number): Promise<number> {
  const { rows } = await pool().query<{ ahead: number }>({
    name: "chats_ahead",
    text: `select count(distinct chat_id)::int as ahead from deliveries
      where state = 'pending' and resource_id = $1 and id < $2 and started_at is null`,
    values: [resourceId, deliveryId],
  });
  return rows[0]?.ahead ?? 0;
}
