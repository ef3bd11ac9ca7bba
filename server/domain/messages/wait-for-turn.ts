import type { Chat, Resource } from "@/prisma/generated/client";
import { nextDeliveries } from "@/server/domain/messages/next-deliveries";
import { takeRequestSlot } from "@/server/domain/messages/take-request-slot";
import { pool } from "@/server/lib/db";
import { providerFor } from "@/server/providers/registry";

/**
 * Whether a chat may send now by its channel's pace: null when it may (a request is counted then) or nothing waits, else
 * when to look again. Chats take turns: the one whose oldest message waits longest goes first, and one that has just
 * sent (`hasSent`) goes behind all others.
 */
export async function waitForTurn(
  chat: Chat & { resource: Resource },
  hasSent: boolean,
): Promise<Date | null> {
  const pace = providerFor(chat.resource.provider).channel?.pace;
  if (!pace) return null;
  const next = await nextDeliveries(chat);
  if (!next || "waitUntil" in next) return null;
  const freeAt = await takeRequestSlot(chat.resourceId, pace);
  if (!freeAt) return null;
  const ahead = await chatsAhead(chat, hasSent ? null : next.deliveries[0].id);
  return new Date(freeAt.getTime() + (ahead * 60_000) / pace.perMinute);
}

/** How many other chats of the resource wait, for longer than a delivery if one is named. */
async function chatsAhead({ id, resourceId }: Chat, deliveryId: number | null): Promise<number> {
  const { rows } = await pool().query<{ ahead: number }>({
    name: "chats_ahead",
    text: `select count(distinct chat_id)::int as ahead from deliveries
      where workspace_id = (select workspace_id from resources where id = $1) and state = 'pending'
        and resource_id = $1 and chat_id <> $2 and started_at is null and ($3::int is null or id < $3)`,
    values: [resourceId, id, deliveryId],
  });
  return rows[0]?.ahead ?? 0;
}
