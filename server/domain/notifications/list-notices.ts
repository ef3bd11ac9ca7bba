import type { NoticesView } from "@/server/domain/notifications/schema";
import type { MemberActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";

const shownAlerts = 20;
const shownWaiting = 5;

/** What needs an eye in the member's workspace: troubles that are not over, and customers who wait for a person. */
export async function listNotices({ workspaceId, userId }: MemberActor): Promise<NoticesView> {
  const waits = { workspaceId, unansweredSince: { not: null }, state: { not: "closed" } } as const;
  const [member, alerts, count, longest] = await Promise.all([
    db.member.findUniqueOrThrow({
      where: { workspaceId_userId: { workspaceId, userId } },
      select: { noticesReadAt: true },
    }),
    db.alert.findMany({
      where: { workspaceId, resolvedAt: null },
      select: { id: true, code: true, detail: true, lastAt: true },
      orderBy: { lastAt: "desc" },
      take: shownAlerts,
    }),
    db.conversation.count({ where: waits }),
    db.conversation.findMany({
      where: waits,
      select: {
        id: true,
        unansweredSince: true,
        openedAt: true,
        contact: { select: { firstName: true, lastName: true } },
      },
      orderBy: { unansweredSince: "asc" },
      take: shownWaiting,
    }),
  ]);
  const readAt = member.noticesReadAt?.getTime() ?? 0;
  const isNew = (at: Date) => at.getTime() > readAt;
  const newlyWaiting = await db.conversation.count({
    where: { ...waits, unansweredSince: { gt: new Date(readAt) } },
  });
  return {
    alerts: alerts.map(({ id, code, detail, lastAt }) => ({
      id,
      code,
      detail,
      at: lastAt.toISOString(),
      unread: isNew(lastAt),
    })),
    waiting: {
      count,
      longest: longest.map(({ id, unansweredSince, openedAt, contact }) => ({
        conversationId: id,
        name: [contact.firstName, contact.lastName].filter(Boolean).join(" "),
        since: (unansweredSince ?? openedAt).toISOString(),
        unread: isNew(unansweredSince ?? openedAt),
      })),
    },
    unread: newlyWaiting + alerts.filter(({ lastAt }) => isNew(lastAt)).length,
  };
}
