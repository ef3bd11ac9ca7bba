import { z } from "zod";
import type { Conversation } from "@/prisma/generated/client";
import { personContactIds } from "@/server/domain/contacts/person-contact-ids";
import { inboxRows } from "@/server/domain/conversations/inbox-rows";
import type {
  StaffMessageView,
  ThreadMessagesInput,
  ThreadPage,
  ThreadView,
} from "@/server/domain/conversations/inbox-schema";
import { memberClientId } from "@/server/domain/conversations/member-client-id";
import {
  type StaffReader,
  staffMessageInclude,
  staffMessageView,
} from "@/server/domain/conversations/staff-views";
import { displayName } from "@/server/domain/conversations/topic-lines";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";
import { type Locale, type PhraseKey, phrase } from "@/server/lib/phrases";
import { providerFor } from "@/server/providers/registry";

/** As many earlier conversations are listed; all are counted. */
const listedEarlier = 5;
const account = z.object({ username: z.string().optional() });

/** Who writes, by which bot, why a person is needed, and what was before. Throws `not_found` for a foreign one. */
export async function openThread(
  actor: MemberActor,
  { conversationId, locale }: { conversationId: number; locale: Locale },
): Promise<ThreadView> {
  requirePermission(actor, "conversations.serve");
  const found = await db.conversation.findFirst({
    where: { id: conversationId, workspaceId: actor.workspaceId },
    include: { contact: true, resource: true },
  });
  const [row] = await inboxRows(actor.workspaceId, [conversationId], { locale, userId: actor.userId });
  if (!found || !row) throw unknown();
  // One person's cases, on whatever channels they were.
  const contactIds = await personContactIds(db, actor.workspaceId, found.contactId);
  const before = { contactId: { in: contactIds }, id: { lt: conversationId } };
  const earlier = await db.conversation.findMany({
    where: before,
    orderBy: { id: "desc" },
    take: listedEarlier,
  });
  const earlierCount =
    earlier.length < listedEarlier ? earlier.length : await db.conversation.count({ where: before });
  const { contact, resource } = found;
  return {
    row,
    contact: {
      id: contact.id,
      name: displayName(contact),
      username: contact.username,
      page: contact.username && (providerFor(resource.provider).links?.profile(contact.username) ?? null),
      externalId: contact.externalId,
      language: found.language,
      firstSeenAt: contact.firstSeenAt.toISOString(),
      lastSeenAt: contact.lastSeenAt.toISOString(),
      leadSource: contact.leadSource,
      blocked: contact.blockedAt !== null,
    },
    resource: { name: resource.name, username: account.safeParse(resource.account).data?.username ?? null },
    openedAt: found.openedAt.toISOString(),
    closedAt: found.closedAt?.toISOString() ?? null,
    closedBy: found.closedBy,
    handoffReason: reasonOf(found, locale),
    summary: found.summary,
    earlier: earlier.map(({ id, openedAt, state, rating }) => ({
      id,
      openedAt: openedAt.toISOString(),
      state,
      rating,
    })),
    earlierCount,
  };
}

/** A page of a conversation's messages, oldest first. Throws `not_found` for a foreign conversation. */
export async function threadMessages(
  actor: MemberActor,
  { conversationId, cursor: beforeSeq, limit, locale }: ThreadMessagesInput,
): Promise<ThreadPage> {
  requirePermission(actor, "conversations.serve");
  const known = await db.conversation.count({
    where: { id: conversationId, workspaceId: actor.workspaceId },
  });
  if (known === 0) throw unknown();
  const found = await db.message.findMany({
    where: { conversationId, ...(beforeSeq && { seq: { lt: beforeSeq } }) },
    orderBy: { seq: "desc" },
    take: limit + 1,
    include: staffMessageInclude,
  });
  const reader = { locale, userId: actor.userId };
  return {
    messages: found
      .slice(0, limit)
      .reverse()
      .map((message) => staffMessageView(message, reader)),
    hasOlder: found.length > limit,
  };
}

/** Messages of the workspace by their ids, in their order within each conversation. */
export async function staffMessages(
  workspaceId: number,
  ids: number[],
  reader: StaffReader,
): Promise<StaffMessageView[]> {
  if (ids.length === 0) return [];
  const found = await db.message.findMany({
    where: { workspaceId, id: { in: ids } },
    orderBy: [{ conversationId: "asc" }, { seq: "asc" }],
    include: staffMessageInclude,
  });
  return found.map((message) => staffMessageView(message, reader));
}

/** The message that this member's page calls `clientId`. Throws `not_found`. */
export async function ownMessage(
  actor: MemberActor,
  { conversationId, clientId }: { conversationId: number; clientId: string },
  locale: Locale,
): Promise<StaffMessageView> {
  const found = await db.message.findFirst({
    where: { workspaceId: actor.workspaceId, conversationId, clientId: memberClientId(actor, clientId) },
    include: staffMessageInclude,
  });
  if (!found) throw new AppError("not_found", "message_unknown", "There is no such message.");
  return staffMessageView(found, { locale, userId: actor.userId });
}

function reasonOf({ handoffReason }: Conversation, locale: Locale): string | null {
  return handoffReason && phrase(locale, `Bot.reason_${handoffReason}` as PhraseKey);
}

function unknown(): AppError {
  return new AppError("not_found", "conversation_unknown", "There is no such conversation.");
}
