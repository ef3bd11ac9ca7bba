import type { CustomerActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

/** More pages than anybody has open at once, over all web processes. */
const mostStreams = 20;
/** A stream whose process died is counted for 40 s. */
const retryAfterSeconds = 15;

/** Refuses a further event stream to a customer who has as many open as are allowed (`too_many_streams`). */
export async function admitStream({ contactId, resourceId }: CustomerActor): Promise<void> {
  const open = await db.miniAppPresence.count({
    where: { contactId, resourceId, expiresAt: { gt: clock.now() } },
  });
  if (open < mostStreams) return;
  throw new AppError(
    "rate_limited",
    "too_many_streams",
    `The chat is open in ${mostStreams} places already. Please close some of them.`,
    retryAfterSeconds,
  );
}
