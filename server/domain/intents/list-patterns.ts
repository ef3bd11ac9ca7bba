import { firstPatterns } from "@/server/domain/intents/default-patterns";
import type { PatternView } from "@/server/domain/intents/schema";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { db, transaction } from "@/server/lib/db";
import { localeFor } from "@/server/lib/phrases";

const shown = {
  id: true,
  name: true,
  intent: true,
  kind: true,
  pattern: true,
  priority: true,
  urgent: true,
  enabled: true,
} as const;

/** The workspace's patterns, the highest priority first. Throws `forbidden`. */
export async function listPatterns(actor: MemberActor): Promise<PatternView[]> {
  requirePermission(actor, "hub.view");
  return patternsOf(actor.workspaceId);
}

/** A workspace's patterns, made the first time they are asked for: the defaults, of which every one can be changed. */
export async function patternsOf(workspaceId: number): Promise<PatternView[]> {
  const order = [{ priority: "desc" }, { id: "asc" }] as const;
  const read = () =>
    db.intentPattern.findMany({ where: { workspaceId }, select: shown, orderBy: [...order] });
  const known = await read();
  if (known.length > 0) return known;
  const first = await db.workspace.findUnique({
    where: { id: workspaceId },
    select: { patternsAt: true, locale: true },
  });
  if (!first || first.patternsAt) return known;
  await transaction(async (tx) => {
    const { count } = await tx.workspace.updateMany({
      where: { id: workspaceId, patternsAt: null },
      data: { patternsAt: clock.now() },
    });
    if (count === 1)
      await tx.intentPattern.createMany({
        data: firstPatterns(localeFor(first.locale)).map((one) => ({ ...one, workspaceId })),
      });
  });
  return read();
}
