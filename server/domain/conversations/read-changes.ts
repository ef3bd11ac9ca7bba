import { setTimeout as sleep } from "node:timers/promises";
import {
  customerConversationView,
  customerMessageView,
  type ShownConversation,
} from "@/server/domain/conversations/customer-views";
import {
  readCustomerMessages,
  type ShownMessage,
} from "@/server/domain/conversations/read-customer-messages";
import type { CustomerEvent } from "@/server/domain/conversations/schema";
import type { CustomerActor } from "@/server/lib/actor";
import { pool } from "@/server/lib/db";

/** An event with the revision of its conversation up to which everything has been told after it. */
export type Change = { conversationId: number; revision: number; event: CustomerEvent };

/** Revisions up to which a stream has told its customer's conversations, by the conversations' ids. */
export type Positions = ReadonlyMap<number, number>;

/** After a read, what wakes within so long is read together: at rest a stream waits for nothing, under load it is cheap. */
const gatherMs = 30;
const mostAtOnce = 50;

type Asked = {
  actor: CustomerActor;
  positions: Positions;
  resolve: (changes: Change[]) => void;
  reject: (error: unknown) => void;
};

const waiting: Asked[] = [];
let reading = false;

/**
 * What changed in a customer's conversations beyond `positions`. Several changes of one message come as one event, in
 * its last change's place. Streams that ask at about the same time share one read.
 */
export function readChanges(actor: CustomerActor, positions: Positions): Promise<Change[]> {
  return new Promise((resolve, reject) => {
    waiting.push({ actor, positions, resolve, reject });
    if (!reading) void readAll();
  });
}

async function readAll(): Promise<void> {
  reading = true;
  // What wakes in the same tick is read together.
  await Promise.resolve();
  while (waiting.length > 0) {
    const asked = waiting.splice(0, mostAtOnce);
    try {
      await readTogether(asked);
    } catch (error) {
      for (const { reject } of asked) reject(error);
    }
    await sleep(gatherMs, undefined, { ref: false });
  }
  reading = false;
}

type ChangedConversation = ShownConversation & {
  /** Place of its stream among those that asked. */
  asker: number;
  revision: number;
  changes: { messageId: number; revision: number }[];
};

// Revisions and changes are of one moment; messages, read after them, may be newer, which does no harm.
const text = `
  select (asked.asker - 1)::int as asker, conversations.id, revision, state, offer, rating, last_seq as "lastSeq",
    staff_read_seq as "staffReadSeq", customer_read_seq as "customerReadSeq", opened_at as "openedAt",
    closed_at as "closedAt",
    (select coalesce(json_agg(json_build_object('messageId', message_id, 'revision', last)), '[]') from (
      select message_id, max(changes.revision) as last from conversation_changes changes
      where conversation_id = conversations.id and message_id is not null
        and changes.revision > coalesce((positions ->> conversations.id::text)::int, 0)
        and changes.revision <= conversations.revision
      group by message_id) as changed) as changes
  from unnest($1::int[], $2::int[], $3::int[], $4::int[], $5::jsonb[]) with ordinality
    as asked (workspace_id, resource_id, contact_id, newest, positions, asker)
  join conversations on conversations.contact_id = asked.contact_id
    and conversations.resource_id = asked.resource_id and conversations.workspace_id = asked.workspace_id
    and (conversations.id > newest or positions ? conversations.id::text)
    and revision > coalesce((positions ->> conversations.id::text)::int, 0)
  order by conversations.id`;

async function readTogether(asked: Asked[]): Promise<void> {
  const { rows } = await pool().query<ChangedConversation>({
    name: "read_changes",
    text,
    values: [
      asked.map(({ actor }) => actor.workspaceId),
      asked.map(({ actor }) => actor.resourceId),
      asked.map(({ actor }) => actor.contactId),
      asked.map(({ positions }) => Math.max(0, ...positions.keys())),
      asked.map(({ positions }) => JSON.stringify(Object.fromEntries(positions))),
    ],
  });
  const wanted = rows.flatMap(({ asker, changes }) => {
    const actor = asked[asker]?.actor;
    return actor ? changes.map(({ messageId }) => ({ actor, id: messageId })) : [];
  });
  const messages = new Map((await readCustomerMessages(wanted)).map((message) => [message.id, message]));
  const byAsker = Map.groupBy(rows, ({ asker }) => asker);
  for (const [asker, { resolve, reject }] of asked.entries()) {
    try {
      resolve((byAsker.get(asker) ?? []).flatMap((row) => toldOf(row, messages)));
    } catch (error) {
      reject(error);
    }
  }
}

/** The events of one conversation in their order, its own last. */
function toldOf(
  { id: conversationId, revision, changes, ...conversation }: ChangedConversation,
  messages: Map<number, ShownMessage>,
): Change[] {
  const told = changes.flatMap(({ messageId, revision: last }) => {
    const message = messages.get(messageId);
    if (!message) return [];
    const event = { type: "message" as const, message: customerMessageView(message) };
    // The conversation's own event still follows: only after it everything up to here has been told.
    return [{ conversationId, revision: Math.min(last, revision - 1), event }];
  });
  told.sort((a, b) => a.revision - b.revision || a.event.message.seq - b.event.message.seq);
  const view = customerConversationView({ id: conversationId, ...conversation });
  return [...told, { conversationId, revision, event: { type: "conversation", conversation: view } }];
}
