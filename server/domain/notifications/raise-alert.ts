import { clock } from "@/server/lib/clock";
import type { Tx } from "@/server/lib/db";

/** Tells the owner that something needs them; the same trouble again only counts up. */
export async function raiseAlert(tx: Tx, workspaceId: number, code: string, detail?: string): Promise<void> {
  // Several answers fail at once when the model does; no row exists yet that they could queue for.
  await tx.$queryRaw`select 1 from pg_advisory_xact_lock(${workspaceId}::int, hashtext(${`alert:${code}`}))`;
  const open = await tx.alert.findFirst({ where: { workspaceId, code, resolvedAt: null } });
  if (open) {
    await tx.alert.update({
      where: { id: open.id },
      data: { count: { increment: 1 }, lastAt: clock.now(), detail },
    });
  } else {
    await tx.alert.create({ data: { workspaceId, code, detail } });
  }
}
