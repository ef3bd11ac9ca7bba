import type { CustomerActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";
import { logger } from "@/server/lib/logger";

const renewEveryMs = 15_000;
const lastsMs = 40_000;

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
    await db.miniAppPresence.deleteMany({ where: { id } });
  };
}
