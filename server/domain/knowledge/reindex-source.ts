import { recordAudit } from "@/server/domain/audit/record-audit";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";
import { cutSource } from "./cut-source";
import { lockSource } from "./lock-source";
import { raiseKnowledgeRevision } from "./raise-knowledge-revision";
import type { SourceInput, SourceResult } from "./schema";

/**
 * Cuts a text anew and, where an embedding model is configured, has its passages embedded again; how many have their
 * vector stands in SourceView. Throws `forbidden`, `not_found`.
 */
export async function reindexSource(actor: MemberActor, { sourceId }: SourceInput): Promise<SourceResult> {
  requirePermission(actor, "knowledge.edit");
  return transaction(async (tx) => {
    const source = await lockSource(tx, actor, sourceId);
    await cutSource(tx, source);
    await tx.knowledgeSource.update({ where: { id: sourceId }, data: { indexedAt: new Date() } });
    await raiseKnowledgeRevision(tx, actor.workspaceId);
    await recordAudit(tx, actor, {
      action: "knowledge.reindexed",
      target: { id: sourceId, name: source.title },
    });
    return { ok: true, sourceId };
  });
}
