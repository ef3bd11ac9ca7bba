import { db } from "@/server/lib/db";
import { until } from "./until";

/**
 * Waits until nothing holds back the change log's entries of now: transactions of other tests run on the same server, and
 * the log is read up to the oldest of them.
 */
export async function changesSettled(): Promise<void> {
  const [last] = await db.$queryRaw<
    { xid: bigint | null }[]
  >`select max(xid) as xid from conversation_changes`;
  const xid = last?.xid ?? 0n;
  await until("no transaction holds changes back", async () => {
    const [{ settled } = { settled: false }] = await db.$queryRaw<{ settled: boolean }[]>`
      select pg_snapshot_xmin(pg_current_snapshot())::text::bigint > ${xid} as settled`;
    return settled;
  });
}
