import { closeIdle } from "@/server/domain/conversations/close-idle";
import { escalateWaiting, waitingAlert } from "@/server/domain/conversations/escalate-waiting";
import { nudgeManagers } from "@/server/domain/conversations/nudge-managers";
import { pushUnreadOf } from "@/server/domain/conversations/push-unread";
import { rescueUnanswered } from "@/server/domain/conversations/rescue-unanswered";
import { resolveAlerts } from "@/server/domain/notifications/resolve-alerts";
import { supportSettings } from "@/server/domain/workspaces/schema";
import { clock } from "@/server/lib/clock";
import { db, transaction } from "@/server/lib/db";

/** So many pages that died are looked after in one run. */
const mostPages = 500;

/**
 * Looks, once a minute, after everyone who waits: reminds managers, calls admins, closes what is idle and brings what
 * stands unread on pages that died. A workspace's trouble keeps no other waiting; it is thrown when all have had their turn.
 */
export async function watchWaiting(): Promise<void> {
  const troubles: unknown[] = [];
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      troubles.push(error);
    }
  };
  const workspaces = await db.workspace.findMany({
    where: { botStoppedAt: null, conversations: { some: { state: { not: "closed" } } } },
    orderBy: { id: "asc" },
  });
  for (const workspace of workspaces) {
    const settings = supportSettings.parse(workspace.supportSettings);
    await attempt(() => nudgeManagers(workspace, settings));
    await attempt(() => escalateWaiting(workspace, settings));
    await attempt(() => closeIdle(workspace, settings));
  }
  await attempt(rescueUnanswered);
  await attempt(settleAlerts);
  await attempt(leaveDeadPages);
  if (troubles.length > 0) throw new AggregateError(troubles, "Not everyone who waits was looked after");
}

/** The alert goes when none of the customers it told of waits any more. */
async function settleAlerts(): Promise<void> {
  const alerts = await db.alert.findMany({
    where: {
      code: waitingAlert,
      resolvedAt: null,
      workspace: {
        conversations: { none: { unansweredSince: { not: null }, escalatedAt: { not: null } } },
      },
    },
    select: { workspaceId: true },
  });
  for (const { workspaceId } of alerts) await resolveAlerts(workspaceId, [waitingAlert]);
}

/** Pages whose process died could not say that they close. */
async function leaveDeadPages(): Promise<void> {
  const dead = { expiresAt: { lt: clock.now() } };
  const customers = await db.miniAppPresence.findMany({
    where: dead,
    distinct: ["contactId", "resourceId"],
    select: { contactId: true, resourceId: true },
    take: mostPages,
  });
  for (const customer of customers) {
    await transaction(async (tx) => {
      await tx.miniAppPresence.deleteMany({ where: { ...customer, ...dead } });
      await pushUnreadOf(tx, customer);
    });
  }
}
