import { displayName } from "@/server/domain/conversations/topic-lines";
import { chatTitle } from "@/server/domain/messages/hub/hub-message-view";
import type { HubContactCard } from "@/server/domain/messages/hub/page-schema";
import type { IntentName } from "@/server/domain/messages/hub/schema";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { db, pool } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

/** Messages of one contact are counted up to here. */
const mostCounted = 10_000;
const mostListed = 20;

/** What the hub knows of a contact of the workspace. Throws `forbidden`, `not_found` (`contact`). */
export async function hubContactCard(
  actor: MemberActor,
  { contactId }: { contactId: number },
): Promise<HubContactCard> {
  requirePermission(actor, "hub.view");
  const { workspaceId } = actor;
  const title = { contact: true } as const;
  const contact = await db.contact.findFirst({
    where: { id: contactId, workspaceId },
    include: {
      groups: { orderBy: { lastSeenAt: "desc" }, take: mostListed, include: { chat: { include: title } } },
      chats: { take: mostListed, include: title },
      conversations: {
        orderBy: { id: "desc" },
        take: 5,
        select: { id: true, state: true, openedAt: true },
      },
      leads: { orderBy: { id: "desc" }, take: 5, select: { id: true, name: true, status: true } },
    },
  });
  if (!contact) throw new AppError("not_found", "contact", "There is no such contact.");
  const { rows } = await pool().query<{ intent: IntentName | null; count: number; urgent: number }>(
    `select intent, count(*)::int as count, count(*) filter (where urgent)::int as urgent from (
       select m.intent, m.urgent from hub_messages m
       where m.contact_id = $1 and m.workspace_id = $2 and m.sent_at > now() - interval '30 days'
       limit ${mostCounted}) s group by intent order by count desc`,
    [contactId, workspaceId],
  );
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((all, row) => all + of(row), 0);
  return {
    id: contact.id,
    name: displayName(contact),
    username: contact.username,
    provider: contact.provider,
    externalId: contact.externalId,
    role: contact.role,
    roleByHand: contact.roleByHand,
    isBot: contact.isBot,
    excludeFromAnalytics: contact.excludeFromAnalytics,
    phone: contact.phone,
    email: contact.email,
    leadSource: contact.leadSource,
    firstSeenAt: contact.firstSeenAt.toISOString(),
    lastSeenAt: contact.lastSeenAt.toISOString(),
    chats: [
      ...contact.groups.map(({ chat, leftAt }) => ({ chat, leftAt })),
      ...contact.chats.map((chat) => ({ chat, leftAt: null })),
    ].map(({ chat, leftAt }) => ({
      id: chat.id,
      title: chatTitle(chat),
      type: chat.type,
      leftAt: leftAt?.toISOString() ?? null,
    })),
    statistics: {
      messages: sum(({ count }) => count),
      urgent: sum(({ urgent }) => urgent),
      intents: rows.flatMap(({ intent, count }) => (intent ? [{ intent, count }] : [])),
    },
    conversations: contact.conversations.map((one) => ({ ...one, openedAt: one.openedAt.toISOString() })),
    leads: contact.leads,
  };
}
