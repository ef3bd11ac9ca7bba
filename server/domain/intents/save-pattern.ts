import { recordAudit } from "@/server/domain/audit/record-audit";
import { patternsOf } from "@/server/domain/intents/list-patterns";
import { compileRegex } from "@/server/domain/intents/match-pattern";
import type { PatternView, SavePatternInput } from "@/server/domain/intents/schema";
import { requirePermission } from "@/server/domain/workspaces/policy";
import { lockTeam } from "@/server/domain/workspaces/team/lock-team";
import type { MemberActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

const mostPatterns = 200;

export type SavePatternResult =
  | { ok: true; pattern: PatternView }
  | { ok: false; reason: "bad_regex" | "no_keywords" | "too_many" };

/** Adds a pattern, or changes the one named; messages understood before stay as they are. Throws `forbidden`, `not_found`. */
export async function savePattern(
  actor: MemberActor,
  { patternId, ...data }: SavePatternInput,
): Promise<SavePatternResult> {
  requirePermission(actor, "hub.rules");
  if (data.kind === "regex" && !compileRegex(data.pattern)) return { ok: false, reason: "bad_regex" };
  if (data.kind === "keywords" && !/[\p{L}\d]/u.test(data.pattern))
    return { ok: false, reason: "no_keywords" };
  await patternsOf(actor.workspaceId);
  return transaction(async (tx) => {
    const { me } = await lockTeam(tx, actor);
    requirePermission(me, "hub.rules");
    const { workspaceId } = actor;
    if (patternId !== undefined) {
      const known = await tx.intentPattern.findFirst({ where: { id: patternId, workspaceId } });
      if (!known) throw new AppError("not_found", "pattern", "There is no such pattern.");
    } else if ((await tx.intentPattern.count({ where: { workspaceId } })) >= mostPatterns)
      return { ok: false, reason: "too_many" };
    const {
      workspaceId: _own,
      createdAt: _made,
      ...pattern
    } = patternId
      ? await tx.intentPattern.update({ where: { id: patternId }, data })
      : await tx.intentPattern.create({ data: { ...data, workspaceId } });
    await recordAudit(tx, actor, {
      action: "hub.patterns_changed",
      target: { id: pattern.id, name: pattern.name },
      details: { change: patternId ? "changed" : "added" },
    });
    return { ok: true, pattern };
  });
}
