import type { Conversation } from "@/prisma/generated/client";
import { clock } from "@/server/lib/clock";
import type { Tx } from "@/server/lib/db";

/** More messages of one customer in a minute than this are a flood; the Mini App's door refuses them. */
export const mostPerMinute = 30;

/** Whether the customer of a locked conversation writes faster than anyone could answer. Nothing is dropped for it. */
export async function isFlooding(tx: Tx, { id, lastSeq }: Conversation): Promise<boolean> {
  if (lastSeq <= mostPerMinute) return false;
  const early = await tx.message.findFirst({
    where: { conversationId: id, author: "customer" },
    orderBy: { seq: "desc" },
    skip: mostPerMinute,
    select: { createdAt: true },
  });
  return early !== null && clock.now().getTime() - early.createdAt.getTime() < 60_000;
}
