import { wakeChat } from "@/server/domain/messages/queue-delivery";
import { clock } from "@/server/lib/clock";
import type { Tx } from "@/server/lib/db";

/** A pause that the provider asked for is never cut short; none lasts longer than this. */
const longestFloodMs = 10 * 60_000;

/** What waited while a resource was paused goes out now; with `release` also what was held for a trouble that is over. */
export async function wakeWaitingChats(tx: Tx, resourceId: number, release: boolean): Promise<void> {
  const chats = await tx.chat.findMany({
    where: { resourceId, deliveries: { some: { state: "pending" } } },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  const longAgo = new Date(clock.now().getTime() - longestFloodMs);
  if (release) {
    await tx.chat.updateMany({
      where: {
        id: { in: chats.map(({ id }) => id) },
        errorCode: null,
        OR: [{ floodedAt: null }, { floodedAt: { lt: longAgo } }],
      },
      data: { heldUntil: null },
    });
  }
  for (const { id } of chats) await wakeChat(tx, id);
}
