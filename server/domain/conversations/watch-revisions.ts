import type { CustomerActor } from "@/server/lib/actor";
import { pool } from "@/server/lib/db";
import { logger } from "@/server/lib/logger";

/** Without any wake-up changes are looked for this often: a hint may be lost. */
const lookEveryMs = 15_000;

type Customer = Pick<CustomerActor, "contactId" | "resourceId">;
type Watcher = Customer & { mark?: string; onChange: () => void };

const watchers = new Set<Watcher>();
let timer: NodeJS.Timeout | undefined;
let looking = false;

/**
 * Calls `onChange` within 15 s of a change of the customer's conversations, until the returned function is called; one
 * query serves all streams of this process. Its first look counts as a change.
 */
export function watchRevisions({ contactId, resourceId }: Customer, onChange: () => void): () => void {
  const watcher: Watcher = { contactId, resourceId, onChange };
  watchers.add(watcher);
  timer ??= setInterval(look, lookEveryMs);
  return () => {
    watchers.delete(watcher);
    if (watchers.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

type Row = { contact_id: number; resource_id: number; mark: string };

async function look(): Promise<void> {
  if (looking) return;
  looking = true;
  try {
    const { rows } = await pool().query<Row>(
      `select contact_id, resource_id, sum(revision)::text as mark from conversations
       where contact_id = any($1) group by 1, 2`,
      [[...new Set([...watchers].map(({ contactId }) => contactId))]],
    );
    const marks = new Map(rows.map((row) => [keyOf(row.contact_id, row.resource_id), row.mark]));
    for (const watcher of watchers) {
      const mark = marks.get(keyOf(watcher.contactId, watcher.resourceId));
      if (mark === watcher.mark) continue;
      watcher.mark = mark;
      watcher.onChange();
    }
  } catch (error) {
    logger.warn({ error: String(error) }, "changes could not be looked for, trying again");
  } finally {
    looking = false;
  }
}

function keyOf(contactId: number, resourceId: number): string {
  return `${contactId}:${resourceId}`;
}
