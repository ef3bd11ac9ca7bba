import { recordAudit } from "@/server/domain/audit/record-audit";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";
import { cutSource } from "./cut-source";
import { lockSource } from "./lock-source";
import { raiseKnowledgeRevision } from "./raise-knowledge-revision";
import type { SourceInput, SourceResult } from "./schema";

/**
 * Makes a text that a file gives the workspace's own, to be changed here: a copy that is used in its place. A copy that
 * exists already is used again. Throws `forbidden`, `not_found`.
 */
export async function copySource(actor: MemberActor, { sourceId }: SourceInput): Promise<SourceResult> {
  requirePermission(actor, "knowledge.edit");
  return transaction(async (tx) => {
    const { title, text, language, kind, contentHash, workspaceId, origin } = await lockSource(
      tx,
      actor,
      sourceId,
    );
    if (origin === null) return { ok: true, sourceId };
    const same = await tx.knowledgeSource.findFirst({ where: { workspaceId, origin: null, contentHash } });
    const copy =
      same ??
      (await tx.knowledgeSource.create({
        data: { title, text, language, kind, contentHash, workspaceId, indexedAt: new Date() },
      }));
    if (!same) await cutSource(tx, copy);
    await tx.knowledgeSource.update({ where: { id: copy.id }, data: { enabled: true } });
    await tx.knowledgeSource.update({ where: { id: sourceId }, data: { enabled: false } });
    await raiseKnowledgeRevision(tx, workspaceId);
    await recordAudit(tx, actor, { action: "knowledge.added", target: { id: copy.id, name: title } });
    return { ok: true, sourceId: copy.id };
  });
}
