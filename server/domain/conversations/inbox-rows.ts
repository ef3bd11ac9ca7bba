import type { Prisma } from "@/prisma/generated/client";
import type { InboxRow, MessagePreview } from "@/server/domain/conversations/inbox-schema";
import { ownWords } from "@/server/domain/conversations/own-words";
import type { StaffReader } from "@/server/domain/conversations/staff-views";
import { displayName } from "@/server/domain/conversations/topic-lines";
import { topicPriority } from "@/server/domain/conversations/topic-priority";
import { channelHas } from "@/server/domain/messages/channel-has";
import { messengerName } from "@/server/domain/resources/messenger-name";
import { db } from "@/server/lib/db";

/** As much of the last message as the list shows, in UTF-16 units. */
const longestPreview = 160;

const include = {
  contact: true,
  resource: { select: { name: true, provider: true } },
} satisfies Prisma.ConversationInclude;

/** These conversations of the workspace as the list shows them, in the order asked for; foreign ones are left out. */
export async function inboxRows(
  workspaceId: number,
  ids: number[],
  reader: StaffReader,
): Promise<InboxRow[]> {
  if (ids.length === 0) return [];
  const conversations = await db.conversation.findMany({
    where: { workspaceId, id: { in: ids } },
    include,
  });
  const known = conversations.map(({ id }) => id);
  const [previews, unread, managers] = await Promise.all([
    lastMessages(conversations, reader),
    unreadOf(known),
    managerNames(conversations),
  ]);
  const rows = conversations.map((conversation): InboxRow => {
    const { id, state, managerUserId, managerContactId, resource } = conversation;
    const manager = managers.get(managerUserId ? `user:${managerUserId}` : `contact:${managerContactId}`);
    return {
      id,
      revision: conversation.revision,
      state,
      contactName: displayName(conversation.contact),
      resourceName: resource.name,
      channel: {
        name: messengerName(resource.provider, reader.locale),
        hasMiniApp: channelHas(resource.provider, "mini_app"),
      },
      preview: previews.get(id) ?? null,
      lastMessageAt: conversation.lastMessageAt.toISOString(),
      lastSeq: conversation.lastSeq,
      waitingSince: conversation.unansweredSince?.toISOString() ?? null,
      isUrgent: state !== "closed" && state !== "assistant" && topicPriority(conversation) === 2,
      unread: state === "closed" ? 0 : (unread.get(id) ?? 0),
      manager:
        state === "manager" && manager !== undefined
          ? { name: manager, isMe: managerUserId === reader.userId }
          : null,
      customerReadSeq: conversation.customerReadSeq,
      staffReadSeq: conversation.staffReadSeq,
      rating: conversation.rating,
    };
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

async function lastMessages(
  conversations: { id: number; lastSeq: number }[],
  { locale }: StaffReader,
): Promise<Map<number, MessagePreview>> {
  const messages = await db.message.findMany({
    where: { OR: conversations.map(({ id, lastSeq }) => ({ conversationId: id, seq: lastSeq })) },
    include: { attachments: { select: { kind: true }, orderBy: { position: "asc" } } },
  });
  return new Map(
    messages.map((message) => [
      message.conversationId,
      {
        author: message.author,
        kind: message.kind,
        text: message.deletedAt ? "" : ownWords(message, locale).slice(0, longestPreview).toWellFormed(),
        kinds: message.attachments.map(({ kind }) => kind),
      },
    ]),
  );
}

async function unreadOf(ids: number[]): Promise<Map<number, number>> {
  const rows = await db.$queryRaw<{ id: number; unread: number }[]>`
    select c.id, least(count(*), 99)::int as unread
    from conversations c join messages m on m.conversation_id = c.id and m.seq > c.staff_read_seq
    where c.id = any(${ids}) and m.author = 'customer' and m.deleted_at is null
    group by c.id`;
  return new Map(rows.map(({ id, unread }) => [id, unread]));
}

/** Names by `user:<id>` and `contact:<id>`. */
async function managerNames(
  conversations: { managerUserId: number | null; managerContactId: number | null }[],
): Promise<Map<string, string>> {
  const [users, contacts] = await Promise.all([
    db.user.findMany({
      where: { id: { in: conversations.flatMap(({ managerUserId }) => managerUserId ?? []) } },
      select: { id: true, name: true },
    }),
    db.contact.findMany({
      where: { id: { in: conversations.flatMap(({ managerContactId }) => managerContactId ?? []) } },
    }),
  ]);
  return new Map([
    ...users.map(({ id, name }): [string, string] => [`user:${id}`, name]),
    ...contacts.map((contact): [string, string] => [`contact:${contact.id}`, displayName(contact)]),
  ]);
}
