import { createHash } from "node:crypto";
import { Client } from "pg";
import { olderApprovals } from "@/server/domain/messages/import/older-hub/older-approvals";
import { olderMessages } from "@/server/domain/messages/import/older-hub/older-messages";
import { olderPatterns } from "@/server/domain/messages/import/older-hub/older-patterns";
import { olderPeople } from "@/server/domain/messages/import/older-hub/older-people";
import { olderTables } from "@/server/domain/messages/import/older-hub/older-tables";
import type { BadRow, ImportPlace, ImportSource, ImportStep } from "@/server/domain/messages/import/schema";
import {
  importBatch,
  storeChats,
  storeImported,
  storePeople,
} from "@/server/domain/messages/import/store-imported";

/** Nothing was there before. */
const beginning = -(2 ** 53);

/** The older hub's database as a source, read only; throws what the connection throws. */
export async function olderHub(url: string): Promise<ImportSource> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query("set default_transaction_read_only = on");
  const { host, pathname } = new URL(url);
  return {
    kind: "older-hub",
    key: createHash("sha256").update(`${host}${pathname}`).digest("hex"),
    steps: (place, cursor) => steps(client, place, cursor),
    close: () => client.end(),
  };
}

/** People and chats each time, they are few; messages and proposals from where the last run ended. */
async function* steps(
  client: Client,
  place: ImportPlace,
  cursor: Record<string, unknown>,
): AsyncGenerator<ImportStep> {
  const tables = await olderTables(client);
  const { chats, messages, message_patterns: patterns, pending_responses: proposals } = tables;
  if (!chats || !messages)
    throw new Error("The database has no tables chats and messages: it is no older hub's.");
  const people = await olderPeople(tables);
  const total = Math.max(1, (await messages.count()) + ((await proposals?.count()) ?? 0));
  let done = Number(cursor.done ?? 0);
  let after = Number(cursor.messages ?? beginning);
  let proposed = Number(cursor.proposals ?? beginning);
  const where = () => ({ messages: after, proposals: proposed, done });
  const share = () => Math.min(1, done / total);

  for (let from = 0; from < Math.max(people.people.length, people.chats.length); from += importBatch) {
    const some = people.people.slice(from, from + importBatch);
    const places = people.chats.slice(from, from + importBatch);
    const owners = places.flatMap(({ contact }) => contact ?? []);
    yield {
      what: "users, chats",
      cursor: where(),
      share: share(),
      bad: from === 0 ? people.bad : [],
      store: async (tx) => {
        const { ids } = await storePeople(tx, place, [...some, ...owners]);
        await storeChats(tx, place, places, ids);
        return 0;
      },
    };
  }
  for (;;) {
    const page = await olderMessages(tables, people, after, importBatch);
    if (!page) break;
    after = page.last;
    done += page.read;
    const store: ImportStep["store"] = (tx) => storeImported(tx, place, page.messages);
    yield { what: "messages", cursor: where(), share: share(), bad: page.bad, store };
  }
  if (patterns) {
    const bad: BadRow[] = [];
    yield {
      what: "message_patterns",
      cursor: where(),
      share: share(),
      bad,
      store: async (tx) => {
        const stored = await olderPatterns(tx, place, patterns);
        bad.splice(0, bad.length, ...stored.bad);
        return stored.added;
      },
    };
  }
  while (proposals) {
    const rows = await proposals.page(proposed, importBatch);
    const last = rows.at(-1);
    if (!last) break;
    proposed = Number(last.id);
    done += rows.length;
    const bad: BadRow[] = [];
    yield {
      what: "pending_responses",
      cursor: where(),
      share: share(),
      bad,
      store: async (tx) => {
        const stored = await olderApprovals(tx, place, people, rows, proposals.refersToId("chat"));
        bad.splice(0, bad.length, ...stored.bad);
        return stored.added;
      },
    };
  }
}
