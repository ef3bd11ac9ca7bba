import { recordAudit } from "@/server/domain/audit/record-audit";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";
import { lockSource } from "./lock-source";
import { raiseKnowledgeRevision } from "./raise-knowledge-revision";
import type { SourceInput, SourceResult } from "./schema";

/**
 * Removes a text; quotes in given answers stay as they were. Refused for one that a file gives, which would be back at
 * the next start. Throws `forbidden`, `not_found`.
 */
export async function removeSource(actor: MemberActor, { sourceId }: SourceInput): Promise<SourceResult> {
  requirePermission(actor, "knowledge.edit");
  return transaction(async (tx) => {
    const source = await lockSource(tx, actor, sourceId);
    if (source.origin !== null) return { ok: false, reason: "from_file" };
    await tx.knowledgeSource.delete({ where: { id: sourceId } });
    await raiseKnowledgeRevision(tx, actor.workspaceId);
    await recordAudit(tx, actor, {
      action: "knowledge.removed",
      target: { id: sourceId, name: source.title },
    });
    return { ok: true, sourceId };
  });
}
