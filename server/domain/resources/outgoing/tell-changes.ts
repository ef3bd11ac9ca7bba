import type { ConversationState } from "@/prisma/generated/client";
import type { StaffMessageView } from "@/server/domain/conversations/inbox-schema";
import { staffMessages } from "@/server/domain/conversations/thread-queries";
import { displayName } from "@/server/domain/conversations/topic-lines";
import type { WorkspaceChange } from "@/server/domain/conversations/watch-workspace";
import { db, pool } from "@/server/lib/db";
import type { Locale } from "@/server/lib/phrases";
import type { EventType } from "@/server/providers/event-types";

/** An event with what keeps it from being queued twice for one resource. `at` is ISO 8601 with zone. */
export type ToldEvent = { type: EventType; key: string; at: string; data: object };

type Step = { conversationId: number; revision: number; state: ConversationState | null; at: Date } & {
  before: ConversationState | null;
};

/** What a workspace's changes mean to other programs, in their order; details are as they stand now. */
export async function tellChanges(
  workspaceId: number,
  changes: WorkspaceChange[],
  locale: Locale,
): Promise<ToldEvent[]> {
  if (changes.length === 0) return [];
  const messageIds = [...new Set(changes.flatMap(({ messageId }) => messageId ?? []))];
  const [conversations, steps, messages] = await Promise.all([
    readConversations(workspaceId, [...new Set(changes.map(({ conversationId }) => conversationId))]),
    readSteps(changes),
    staffMessages(workspaceId, messageIds, { locale, userId: 0 }),
  ]);
  return changes.flatMap((change) => {
    const found = conversations.get(change.conversationId);
    const step = steps.get(placeOf(change));
    // Removed meanwhile: there is nothing left to tell of.
    if (!found || !step) return [];
    const told = messages.find(({ id }) => id === change.messageId);
    return eventsOf(change, { ...found, step, message: told && messageData(told) });
  });
}

type Known = Awaited<ReturnType<typeof readConversations>> extends Map<number, infer One> ? One : never;

function eventsOf(
  change: WorkspaceChange,
  { conversation, contact, isFirst, step, message }: Known & { step: Step; message: object | undefined },
): ToldEvent[] {
  const place = placeOf(change);
  const at = step.at.toISOString();
  const state = step.state ?? conversation.state;
  const data = { contact, conversation: { ...conversation, state } };
  const events: ToldEvent[] = [];
  if (isFirst && change.revision === 1)
    events.push({ type: "contact.created", key: `contact:${contact.id}`, at, data: { contact } });
  if (message && change.type === "message")
    events.push({ type: "message.created", key: `message:${place}`, at, data: { ...data, message } });
  if (message && change.type === "edit")
    events.push({ type: "message.edited", key: `edit:${place}`, at, data: { ...data, message } });
  const before = change.revision === 1 ? "assistant" : step.before;
  if (before && before !== state) {
    events.push({
      type: "conversation.state_changed",
      key: `state:${place}`,
      at,
      data: { ...data, previousState: before },
    });
    if (state === "closed") events.push({ type: "conversation.closed", key: `closed:${place}`, at, data });
  }
  if (change.type === "rating") events.push({ type: "conversation.rated", key: `rated:${place}`, at, data });
  return events;
}

function placeOf({ conversationId, revision }: { conversationId: number; revision: number }): string {
  return `${conversationId}:${revision}`;
}

/** Each change's own entry with the state of the entry before it. */
async function readSteps(changes: WorkspaceChange[]): Promise<Map<string, Step>> {
  const { rows } = await pool().query<Step>(
    `select change.conversation_id as "conversationId", change.revision, change.state, change.created_at as at,
       earlier.state as before
     from unnest($1::int[], $2::int[]) as asked (conversation_id, revision)
     join conversation_changes change using (conversation_id, revision)
     left join conversation_changes earlier
       on earlier.conversation_id = change.conversation_id and earlier.revision = change.revision - 1`,
    [changes.map(({ conversationId }) => conversationId), changes.map(({ revision }) => revision)],
  );
  return new Map(rows.map((row) => [placeOf(row), row]));
}

async function readConversations(workspaceId: number, ids: number[]) {
  const found = await db.conversation.findMany({
    where: { workspaceId, id: { in: ids } },
    include: { contact: true, resource: { select: { id: true, name: true, provider: true } } },
  });
  const contactIds = found.map(({ contactId }) => contactId);
  const firsts = await db.conversation.groupBy({
    by: ["contactId"],
    where: { workspaceId, contactId: { in: contactIds } },
    _min: { id: true },
  });
  const firstIds = new Set(firsts.map(({ _min }) => _min.id));
  return new Map(
    found.map(({ contact, resource, ...row }) => [
      row.id,
      {
        isFirst: firstIds.has(row.id),
        contact: {
          id: contact.id,
          name: displayName(contact),
          username: contact.username,
          provider: contact.provider,
          userId: contact.externalId,
          language: contact.languageCode,
        },
        conversation: {
          id: row.id,
          state: row.state,
          language: row.language,
          rating: row.rating,
          openedAt: row.openedAt.toISOString(),
          closedAt: row.closedAt?.toISOString() ?? null,
          resource,
        },
      },
    ]),
  );
}

/** The parts of a message that are a promise to other programs; a note is private to the team. */
function messageData(message: StaffMessageView) {
  const { id, seq, author, authorName, kind, text, origin, createdAt, editedAt, deleted } = message;
  const attachments = message.attachments.map(({ kind, fileName, mimeType, sizeBytes }) => ({
    kind,
    fileName,
    mimeType,
    sizeBytes,
  }));
  return { id, seq, author, authorName, kind, text, attachments, origin, createdAt, editedAt, deleted };
}
