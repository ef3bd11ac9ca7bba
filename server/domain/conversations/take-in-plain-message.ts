import { mostPerMinute } from "@/server/domain/conversations/is-flooding";
import type { CustomerMessage, TakenIn } from "@/server/domain/conversations/receive-customer-message";
import { tellChanged } from "@/server/domain/conversations/record-change";
import {
  longestMs,
  queueAnswer,
  silenceMs,
  tellAssistantWakes,
} from "@/server/domain/conversations/wake-assistant";
import { putInLine } from "@/server/jobs/put-in-line";
import type { CustomerActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { afterCommit, pool, type Tx } from "@/server/lib/db";
import { wasUndone } from "@/server/lib/was-undone";

/** Not taken in before, and where it came by a provider its chat is known. */
const isNew = `
  ($7::text is null or not exists (
    select from messages known join conversations mine on mine.id = known.conversation_id
    where mine.contact_id = $3 and mine.resource_id = $2 and known.client_id = $7
      and known.author = 'customer' and known.contact_id = $3))
  and ($9::text is null or exists (
    select from chats where chats.resource_id = $2 and chats.external_id = $9 and not exists (
      select from message_links links where links.chat_id = chats.id and links.external_id = $10)))`;

const isOpen = `workspace_id = $1 and resource_id = $2 and contact_id = $3 and state <> 'closed'`;

// A row that changed while its lock was waited for is judged again as it became.
const toOpenOne = `
  update conversations set last_origin = $5::"MessageOrigin", last_message_at = $4, last_seq = last_seq + 1,
    revision = revision + 1
  where id = (select id from conversations where ${isOpen} order by id desc limit 1) and state = 'assistant'
    and (last_seq < ${mostPerMinute} or coalesce((
      select created_at from messages where conversation_id = conversations.id and author = 'customer'
      order by seq desc offset ${mostPerMinute - 1} limit 1
    ), '-infinity') <= $4::timestamptz - interval '1 minute')
    and not exists (select from graphile_worker._private_jobs running
      where running.key = 'answer:' || conversations.id and running.locked_at is not null)
    and ${isNew}
  returning *`;

const toNewOne = `
  insert into conversations (workspace_id, resource_id, contact_id, language, opened_at, last_origin, last_message_at,
    last_seq, revision)
  select workspace_id, $2, id, coalesce(nullif(lower(split_part(language_code, '-', 1)), ''), 'en'), $4::timestamptz,
    $5::"MessageOrigin", $4::timestamptz, 1, 1
  from contacts where id = $3 and workspace_id = $1 and ${isNew}
    and not exists (select from conversations where ${isOpen})
  returning *`;

/** What receiveCustomerMessage does with a plain message, in one statement; `queued` tells of its job, 1 or 0. */
const takeIn = (place: string, queued: string) => `
  with told as (${place}), message as (
    insert into messages (workspace_id, conversation_id, seq, author, origin, contact_id, text, entities, client_id,
      created_at)
    select workspace_id, id, last_seq, 'customer', $5::"MessageOrigin", $3::int, $6::text, $8::jsonb, $7::text,
      $4::timestamptz
    from told returning id, seq, created_at
  ), change as (
    insert into conversation_changes (conversation_id, workspace_id, revision, state, type, message_id)
    select told.id, workspace_id, revision, state, 'message', message.id from told cross join message
  ), linked as (
    insert into message_links (chat_id, external_id, message_id, inbound, edited_at)
    select chats.id, $10::text, message.id, true, $11::timestamptz
    from message join chats on chats.resource_id = $2 and chats.external_id = $9
  ), job as (${putInLine(`
    select 'answer-turn', json_build_object('conversationId', told.id), greatest($4::timestamptz, least(
      $4::timestamptz + interval '${silenceMs} milliseconds',
      coalesce((select min(created_at) from messages where conversation_id = told.id and author = 'customer'
        and seq > told.answered_seq), $4::timestamptz) + interval '${longestMs} milliseconds')), 'answer:' || told.id
    from told`)})
  select told.id as "conversationId", told.state, message.id as "messageId", message.seq, created_at as "createdAt",
    ${queued} as queued
  from told cross join message`;

// Without its job the one is undone; the other's transaction can still queue it.
const intoOpenOne = takeIn(toOpenOne, "1 / (select count(*) from job)::int");
const intoNewOne = takeIn(toNewOne, "(select count(*) from job)::int");

type Row = Omit<TakenIn["message"], "id" | "replyToId"> &
  Pick<TakenIn["conversation"], "state"> & { messageId: number; queued: number };

/**
 * Takes in a message of mere words for a conversation that the assistant leads, in a statement that is a transaction of
 * its own; null, and nothing is done, where that is not how it stands: another state or none, a double, a flood, an
 * answer that is being written.
 */
export async function takeInPlainMessage(
  actor: CustomerActor,
  input: CustomerMessage,
): Promise<TakenIn | null> {
  if (!isPlain(input)) return null;
  try {
    const values = valuesOf(actor, input);
    const { rows } = await pool().query<Row>({ name: "take_in_message", text: intoOpenOne, values });
    const [row] = rows;
    if (!row) return null;
    tellTakenIn(actor);
    return takenIn(row);
  } catch (error) {
    if (wasUndone(error)) return null;
    throw error;
  }
}

/**
 * Takes in the first message, of mere words, of a customer without an open conversation, whose contact the caller's
 * transaction has locked; null, and nothing is done, when there is such a conversation or the message is a double.
 */
export async function startWithPlainMessage(
  tx: Tx,
  actor: CustomerActor,
  input: CustomerMessage,
): Promise<TakenIn | null> {
  if (!isPlain(input)) return null;
  const [row] = await tx.$queryRawUnsafe<Row[]>(intoNewOne, ...valuesOf(actor, input));
  if (!row) return null;
  const { conversationId, createdAt } = row;
  if (!row.queued) await queueAnswer(tx, conversationId, new Date(createdAt.getTime() + silenceMs));
  afterCommit(tx, () => tellTakenIn(actor));
  return takenIn(row);
}

function isPlain({ external, attachments = [], fileIds = [], replyToId, text }: CustomerMessage): boolean {
  if (!text || attachments.length > 0 || fileIds.length > 0 || replyToId !== undefined) return false;
  return !external || (external.parts.length === 1 && external.replyToExternalId === undefined);
}

function valuesOf(
  { workspaceId, resourceId, contactId }: CustomerActor,
  { origin, text, clientId, entities, external }: CustomerMessage,
): unknown[] {
  const part = external?.parts[0];
  return [
    workspaceId,
    resourceId,
    contactId,
    clock.now(),
    origin,
    text,
    clientId || null,
    JSON.stringify(entities ?? []),
    external?.chatExternalId ?? null,
    part?.externalId ?? null,
    part?.editedAt ?? null,
  ];
}

function takenIn({ conversationId, messageId, seq, createdAt, state }: Row): TakenIn {
  return {
    message: { id: messageId, conversationId, seq, replyToId: null, createdAt },
    conversation: { id: conversationId, state },
  };
}

function tellTakenIn(actor: CustomerActor): void {
  tellChanged(actor);
  tellAssistantWakes(actor);
}
