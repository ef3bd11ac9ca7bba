import type { Customer } from "@/server/domain/conversations/push-unread";
import { enqueue } from "@/server/jobs/enqueue";
import type { CustomerActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { db, type Tx, transaction } from "@/server/lib/db";
import { logger } from "@/server/lib/logger";

const renewEveryMs = 15_000;
const lastsMs = 40_000;
/** A page that only reconnects is back by then, and shows the news itself. */
const reconnectMs = 3000;

/** Marks a customer's Mini App page as open until the returned function is called or the process dies. */
export async function keepPresence(
  { contactId, resourceId }: CustomerActor,
  id: string,
): Promise<() => Promise<void>> {
  const renew = async () => {
    const expiresAt = new Date(clock.now().getTime() + lastsMs);
    await db.miniAppPresence.upsert({
      where: { id },
      create: { id, contactId, resourceId, expiresAt },
      update: { expiresAt },
    });
  };
  await renew();
  const timer = setInterval(() => {
    renew().catch((error) =>
      logger.warn({ error: String(error) }, "presence not renewed; the bot may push what is seen already"),
    );
  }, renewEveryMs);
  return async () => {
    clearInterval(timer);
    await transaction(async (tx) => {
      await tx.miniAppPresence.deleteMany({ where: { id } });
      await pushLater(tx, { contactId, resourceId });
    });
  };
}

/** What was written while the page still counted as open may stand there unread. */
async function pushLater(tx: Tx, customer: Customer): Promise<void> {
  const unread = await tx.conversation.findFirst({
    where: { ...customer, lastSeq: { gt: tx.conversation.fields.customerReadSeq } },
    select: { id: true },
  });
  if (!unread) return;
  const jobKey = `unread:${customer.contactId}:${customer.resourceId}`;
  const runAt = new Date(clock.now().getTime() + reconnectMs);
  await enqueue(tx, "push-unread", customer, { jobKey, runAt });
}
