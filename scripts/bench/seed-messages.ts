import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Client } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { zipf } from "./search-vocabulary";

export type SeededHub = { workspaceId: number; chatIds: number[]; clientIds: number[]; directorId: number };

type Sender = { contactId: number | null; author: "contact" | "assistant"; automatic: boolean };

const chats = 400;
const clients = 5_000;
const managers = 12;
/** Messages of a year and a half, evenly. */
const spanMs = 550 * 24 * 3_600_000;
const intents: [share: number, intent: string | null][] = [
  [0.25, "question"],
  [0.4, "order"],
  [0.44, "complaint"],
  [0.54, "interest"],
  [0.74, "confirmation"],
  [0.9, "other"],
  [1, null],
];
/** Where words grow on their own, rows are copied faster without what can be built afterwards. */
const INDEXES = `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
  from pg_index where indrelid = 'hub_messages'::regclass and not indisunique`;

/**
 * Fills an empty, migrated database with so many messages of one workspace and a twentieth as many of another: Zipf's
 * words, chats and people. Their words are made by the trigger as ever, indexes when all rows are in.
 */
export async function seedMessages(
  databaseUrl: string,
  count: number,
  vocabulary: string[],
  random: () => number,
): Promise<SeededHub> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const hub = await makePeople(client, "Bench");
  const other = await makePeople(client, "Other");
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(INDEXES);
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  await client.query("alter table hub_messages enable always trigger hub_messages_words");
  const begin = Date.now() - spanMs;
  let next = 0;
  const rows = function* () {
    while (next < count) {
      const number = next++;
      const sentAt = new Date(begin + (spanMs * number) / count).toISOString();
      yield rowOf(number, sentAt, hub, vocabulary, random);
      if (number % 20 === 0) yield rowOf(number, sentAt, other, vocabulary, random);
    }
  };
  // One list of rows for both, so that they lie in the table in the order they were sent.
  await Promise.all([copyRows(databaseUrl, rows()), copyRows(databaseUrl, rows())]);
  await client.query("alter table hub_messages enable trigger hub_messages_words");
  await buildIndexes(databaseUrl, indexes);
  await client.query(
    `insert into hub_words select distinct split_part(word, ':', 1)::int, split_part(word, ':', 2)
     from ts_stat('select words from hub_messages') where length(split_part(word, ':', 2)) between 2 and 40`,
  );
  await client.query("vacuum analyze hub_messages");
  await client.query("vacuum analyze hub_words");
  await client.query("analyze");
  await client.query("checkpoint");
  await client.end();
  return hub;
}

async function makePeople(client: Client, name: string): Promise<SeededHub> {
  const ids = async (sql: string, values: unknown[]) =>
    (await client.query<{ id: number }>(`${sql} returning id`, values)).rows.map(({ id }) => id);
  const [workspaceId = 0] = await ids("insert into workspaces (name) values ($1)", [name]);
  const [resourceId = 0] = await ids(
    `insert into resources (workspace_id, provider, name, credentials, account_key, updated_at)
     values ($1, 'telegram', $2, '', $2, now())`,
    [workspaceId, name],
  );
  const chatIds = await ids(
    `insert into chats (workspace_id, resource_id, external_id, type, title)
     select $1, $2, -n, 'supergroup', 'Клиенты ' || n from generate_series(1, $3::int) n`,
    [workspaceId, resourceId, chats],
  );
  const people = (role: string, howMany: number) =>
    ids(
      `insert into contacts (workspace_id, provider, external_id, first_name, last_name, role)
       select $1, 'telegram', $2::text || n, 'Мария', 'Клиент ' || n, $2::text::"ContactRole" from generate_series(1, $3::int) n`,
      [workspaceId, role, howMany],
    );
  const [directorId = 0] = await people("director", 1);
  await people("manager", managers);
  await people("broadcast_bot", 1);
  return { workspaceId, chatIds, clientIds: await people("client", clients), directorId };
}

/** Who speaks: clients mostly, in turn managers, the director now and then, broadcasts and the assistant. */
function senderOf({ clientIds, directorId }: SeededHub, random: () => number): Sender {
  const dice = random();
  const by = (contactId: number, automatic = false): Sender => ({ contactId, author: "contact", automatic });
  if (dice < 0.65) return by(clientIds[zipf(clientIds.length, random)] ?? 0);
  if (dice < 0.9) return by(directorId + 1 + Math.floor(random() * managers));
  if (dice < 0.901) return by(directorId);
  if (dice < 0.95) return by(directorId + managers + 1, true);
  return { contactId: null, author: "assistant", automatic: true };
}

function rowOf(
  number: number,
  sentAt: string,
  hub: SeededHub,
  vocabulary: string[],
  random: () => number,
): string {
  const length = 2 + Math.floor(random() ** 2 * 24);
  const text = Array.from({ length }, () => vocabulary[zipf(vocabulary.length, random)]).join(" ");
  const sender = senderOf(hub, random);
  const dice = random();
  const intent = sender.automatic ? null : intents.find(([share]) => dice < share)?.[1];
  const mood = random();
  const sentiment = mood < 0.75 ? "neutral" : mood < 0.93 ? "positive" : "negative";
  const hasFile = random() < 0.06;
  return `${[
    hub.workspaceId,
    hub.chatIds[zipf(hub.chatIds.length, random)],
    sender.author,
    sender.contactId ?? "\\N",
    `s${number}`,
    hasFile ? "photo" : "text",
    `${text[0]?.toUpperCase()}${text.slice(1)}${random() < 0.3 ? "?" : "."}`,
    sender.automatic,
    hasFile,
    sentAt,
    intent ?? "\\N",
    intent ? (0.5 + random() / 2).toFixed(2) : "\\N",
    intent ? sentiment : "\\N",
    intent === "complaint" ? random() < 0.2 : random() < 0.003,
  ].join("\t")}\n`;
}

async function copyRows(databaseUrl: string, rows: Iterable<string>): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  // Nothing but the trigger that makes the words: every reference is known to be right.
  await client.query("set session_replication_role = replica");
  await pipeline(
    Readable.from(rows, { highWaterMark: 500 }),
    client.query(
      copyFrom(`copy hub_messages (workspace_id, chat_id, author, contact_id, external_id, type, text, is_automatic,
        has_file, sent_at, intent, intent_confidence, sentiment, urgent) from stdin`),
    ),
  );
  await client.end();
}

/** The widest first, two at a time. */
async function buildIndexes(databaseUrl: string, indexes: { definition: string }[]): Promise<void> {
  const waiting = indexes
    .map(({ definition }) => definition)
    .sort((left, right) => Number(right.includes("gin")) - Number(left.includes("gin")));
  const build = async () => {
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query("set maintenance_work_mem = '256MB'");
    await client.query("set max_parallel_maintenance_workers = 0");
    for (let definition = waiting.shift(); definition; definition = waiting.shift())
      await client.query(definition);
    await client.end();
  };
  await Promise.all([build(), build()]);
}
