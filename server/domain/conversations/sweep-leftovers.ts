import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";

/** Telegram keeps an update for a day; three days of processed ones are enough to recognise a double. */
const keepUpdatesMs = 3 * 24 * 3600_000;

/** Letters and outgoing events are kept for a month as proof of what was sent, links and sign-ins that are over as long. */
const keepLettersMs = 30 * 24 * 3600_000;

/** What happened to a resource is kept for a season: troubles that come back every month can be told. */
const keepEventsMs = 90 * 24 * 3600_000;

/** A program that asks again does so within a day. */
const keepAnswersMs = 24 * 3600_000;

/** So long after the last message that did not reach managers its alert is over. */
const deliveryAlertMs = 24 * 3600_000;

/**
 * Removes what nobody needs any more: processed updates, old letters, outgoing events, links and sign-ins, what happened to
 * resources long ago, yesterday's answers to programs, alerts of deliveries that have not failed again, and jobs that
 * failed after a newer one had taken over their key.
 */
export async function sweepLeftovers(): Promise<void> {
  const now = clock.now();
  await db.inboundUpdate.deleteMany({
    where: { processedAt: { lt: new Date(now.getTime() - keepUpdatesMs) } },
  });
  const longAgo = { lt: new Date(now.getTime() - keepLettersMs) };
  await db.mail.deleteMany({ where: { createdAt: longAgo } });
  await db.webhookDelivery.deleteMany({ where: { createdAt: longAgo, state: { not: "pending" } } });
  await db.accountToken.deleteMany({ where: { expiresAt: longAgo } });
  await db.userSession.deleteMany({ where: { OR: [{ expiresAt: longAgo }, { revokedAt: longAgo }] } });
  await db.resourceEvent.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - keepEventsMs) } } });
  await db.idempotentAnswer.deleteMany({
    where: { createdAt: { lt: new Date(now.getTime() - keepAnswersMs) } },
  });
  await db.$queryRaw`
    select count(*) from graphile_worker.complete_jobs(array(
      select id from graphile_worker.jobs where key is null and attempts >= max_attempts and locked_at is null
    ))`;
  await db.alert.updateMany({
    where: {
      code: "delivery_failed",
      resolvedAt: null,
      lastAt: { lt: new Date(now.getTime() - deliveryAlertMs) },
    },
    data: { resolvedAt: now },
  });
}
