import { z } from "zod";
import type { Prisma } from "@/prisma/generated/client";
import { personContactIds } from "@/server/domain/contacts/person-contact-ids";
import { displayName } from "@/server/domain/conversations/topic-lines";
import { type LeadActor, requireLeadRight } from "@/server/domain/leads/require-lead-right";
import type { LeadTimeline, LeadTimelineItem } from "@/server/domain/leads/schema";
import { db } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

/** Kinds of items; those of one moment stand in this order. */
const types = ["step", "message", "conversation"] as const;
type ItemType = (typeof types)[number];

/** The last item of a page. */
const cursorSchema = z.tuple([z.iso.datetime(), z.enum(types), z.int32()]);
type Cursor = z.infer<typeof cursorSchema>;

type Found = { id: number; item: LeadTimelineItem };
type Ask = {
  workspaceId: number;
  leadId: number;
  contactIds: number[];
  limit: number;
  cursor: Cursor | null;
};

/**
 * What happened with the person behind a lead, newest first: their conversations (Mini App, private chat, meetings
 * offered in them), what they wrote in groups, and the lead's own steps, through all contacts merged together.
 * Throws `forbidden`, `not_found`, `bad_input`.
 */
export async function leadTimeline(
  actor: LeadActor,
  { leadId, cursor, limit }: { leadId: number; cursor?: string; limit: number },
): Promise<LeadTimeline> {
  requireLeadRight(actor, "leads.view");
  const { workspaceId } = actor;
  const lead = await db.lead.findFirst({ where: { id: leadId, workspaceId }, select: { contactId: true } });
  if (!lead) throw new AppError("not_found", "lead", "There is no such lead.");
  const contactIds = lead.contactId ? await personContactIds(db, workspaceId, lead.contactId) : [];
  const ask = {
    workspaceId,
    leadId,
    contactIds,
    limit: limit + 1,
    cursor: cursor ? readCursor(cursor) : null,
  };
  const found = (await Promise.all([steps(ask), groupMessages(ask), conversations(ask)]))
    .flat()
    .sort(newestFirst);
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.map(({ item }) => item),
    next: last
      ? Buffer.from(JSON.stringify([last.item.at, last.item.type, last.id])).toString("base64url")
      : null,
  };
}

function newestFirst(a: Found, b: Found): number {
  if (a.item.at !== b.item.at) return a.item.at < b.item.at ? 1 : -1;
  return types.indexOf(a.item.type) - types.indexOf(b.item.type) || b.id - a.id;
}

function readCursor(text: string): Cursor {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(text, "base64url").toString()));
  } catch {
    throw new AppError("bad_input", "cursor_unknown", "The cursor is not one that this list gave out.");
  }
}

/** What of one type stands behind the cursor, by the column that tells its moment. */
function behind<Column extends string>(cursor: Cursor | null, type: ItemType, column: Column) {
  if (!cursor) return {};
  const [at, lastType, lastId] = cursor;
  const rank = types.indexOf(type) - types.indexOf(lastType);
  if (rank > 0) return { [column]: { lte: at } };
  if (rank < 0) return { [column]: { lt: at } };
  return { OR: [{ [column]: { lt: at } }, { [column]: at, id: { lt: lastId } }] };
}

async function steps({ leadId, limit, cursor }: Ask): Promise<Found[]> {
  const rows = await db.leadStep.findMany({
    where: { leadId, ...behind(cursor, "step", "createdAt") },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit,
  });
  return rows.map(({ id, kind, text, details, actorName, createdAt }) => ({
    id,
    item: {
      type: "step",
      key: `step-${id}`,
      at: createdAt.toISOString(),
      kind,
      text,
      details: details as Prisma.JsonObject,
      actorName,
    },
  }));
}

async function groupMessages({ workspaceId, contactIds, limit, cursor }: Ask): Promise<Found[]> {
  const rows = await db.hubMessage.findMany({
    where: {
      workspaceId,
      contactId: { in: contactIds },
      conversationId: null,
      deletedAt: null,
      type: { not: "service" },
      ...behind(cursor, "message", "sentAt"),
    },
    include: { contact: true, chat: { include: { resource: { select: { provider: true } } } } },
    orderBy: [{ sentAt: "desc" }, { id: "desc" }],
    take: limit,
  });
  return rows.map(({ id, sentAt, chat, contact, text, transcript, type }) => ({
    id,
    item: {
      type: "message",
      key: `message-${id}`,
      at: sentAt.toISOString(),
      messageId: id,
      provider: chat.resource.provider,
      chat: { id: chat.id, title: chat.title ?? chat.externalId, isPrivate: chat.type === "private" },
      authorName: contact ? displayName(contact) : "",
      text: (text || transcript || "").slice(0, 600),
      messageType: type,
    },
  }));
}

async function conversations({ workspaceId, contactIds, limit, cursor }: Ask): Promise<Found[]> {
  const rows = await db.conversation.findMany({
    where: { workspaceId, contactId: { in: contactIds }, ...behind(cursor, "conversation", "lastMessageAt") },
    include: {
      resource: { select: { provider: true } },
      messages: {
        where: { author: "customer", deletedAt: null },
        orderBy: { seq: "desc" },
        take: 1,
        select: { text: true, origin: true },
      },
    },
    orderBy: [{ lastMessageAt: "desc" }, { id: "desc" }],
    take: limit,
  });
  return rows.map(({ id, lastMessageAt, resource, messages, lastOrigin, state, lastSeq, rating }) => ({
    id,
    item: {
      type: "conversation",
      key: `conversation-${id}`,
      at: lastMessageAt.toISOString(),
      conversationId: id,
      provider: resource.provider,
      origin: messages[0]?.origin ?? lastOrigin,
      state,
      text: (messages[0]?.text ?? "").slice(0, 600),
      messages: lastSeq,
      rating,
    },
  }));
}
