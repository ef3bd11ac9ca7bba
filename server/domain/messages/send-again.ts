import type { Prisma } from "@/prisma/generated/client";
import { wakeChat } from "@/server/domain/messages/queue-delivery";
import type { Tx } from "@/server/lib/db";

/** What may be sent again: it failed, or a person decides that a doubled message is better than a lost one. */
export const unsent = { in: ["failed", "unknown"] as ("failed" | "unknown")[] };

/** Has those of the deliveries that did not arrive sent again, as if never tried; returns how many they are. */
export async function sendAgain(tx: Tx, where: Prisma.DeliveryWhereInput): Promise<number> {
  const again = await tx.delivery.updateManyAndReturn({
    where: { ...where, state: unsent },
    data: {
      state: "pending",
      startedAt: null,
      notBefore: null,
      attempts: 0,
      errorCode: null,
      errorDetail: null,
    },
    select: { chatId: true },
  });
  for (const chatId of new Set(again.map(({ chatId }) => chatId))) await wakeChat(tx, chatId);
  return again.length;
}
