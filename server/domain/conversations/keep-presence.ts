import type { Customer } from "@/server/domain/conversations/push-unread";
import { enqueue } from "@/server/jobs/enqueue";
import type { CustomerActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { pool, type Tx, transaction } from "@/server/lib/db";
import { logger } from "@/server/lib/logger";

const renewEveryMs = 15_000;
const lastsMs = 40_000;
/** A page that only reconnects is back by then, and shows the news itself. */
const reconnectMs = 3000;

/** The pages that are open at this process. */
const open = new Map<string, Customer>();
let timer: NodeJS.Timeout | undefined;
let renewal: Promise<void> = Promise.resolve();

/** Marks a customer's Mini App page as open until the returned function is called or the process dies. */
export async function keepPresence(
  { contactId, resourceId }: CustomerActor,
  id: string,
): Promise<() => Promise<void>> {
  open.set(id, { contactId, resourceId });
  timer ??= setInterval(renewAll, renewEveryMs);
  await renew([id]).catch((error: unknown) => {
    close(id);
    throw error;
  });
  return async () => {
    close(id);
    // What is under way could bring it back.
    await renewal;
    await transaction(async (tx) => {
      await tx.miniAppPresence.deleteMany({ where: { id } });
      await pushLater(tx, { contactId, resourceId });
    });
  };
}

function close(id: string): void {
  open.delete(id);
  if (open.size > 0) return;
  clearInterval(timer);
  timer = undefined;
}

function renewAll(): void {
  renewal = renew([...open.keys()]).catch((error) =>
    logger.warn({ error: String(error) }, "presence not renewed; the bot may push what is seen already"),
  );
}

/** One statement, however many pages: thousands of their own would come all at once. */
async function renew(ids: string[]): Promise<void> {
  const pages = ids.flatMap((id) => {
    const customer = open.get(id);
    return customer ? [{ id, ...customer }] : [];
  });
  await pool().query(
    `insert into mini_app_presences (id, contact_id, resource_id, expires_at)
     select pages.id, pages.contact_id, pages.resource_id, $4
     from unnest($1::uuid[], $2::int[], $3::int[]) as pages (id, contact_id, resource_id)
     join contacts on contacts.id = pages.contact_id
     on conflict (id) do update set expires_at = excluded.expires_at`,
    [
      pages.map(({ id }) => id),
      pages.map(({ contactId }) => contactId),
      pages.map(({ resourceId }) => resourceId),
      new Date(clock.now().getTime() + lastsMs),
    ],
  );
}

/** What was written while the page still counted as open may stand there unread. */
async function pushLater(tx: Tx, customer: Customer): Promise<void> {
  const unread = await tx.conversation.findFirst({
    where: { ...customer, lastSeq: { gt: tx.conversation.fields.customerReadSeq } },
    select: { id: true },
  });
  if (!unread) return;
  const jobKey = `unread:${customer.contactId}:${customer.resourceId}`;
  const runAt = new Date(clock.now().getTime() + reconnectMs);
  await enqueue(tx, "push-unread", customer, { jobKey, runAt });
}
