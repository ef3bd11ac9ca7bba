import { recordAudit } from "@/server/domain/audit/record-audit";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";
import { lockSource } from "./lock-source";
import { raiseKnowledgeRevision } from "./raise-knowledge-revision";
import type { SetSourceEnabledInput } from "./schema";

/** Has answers quote a text, or not. Throws `forbidden`, `not_found`. */
export async function setSourceEnabled(
  actor: MemberActor,
  { sourceId, enabled }: SetSourceEnabledInput,
): Promise<void> {
  requirePermission(actor, "knowledge.edit");
  await transaction(async (tx) => {
    const source = await lockSource(tx, actor, sourceId);
    if (source.enabled === enabled) return;
    await tx.knowledgeSource.update({ where: { id: sourceId }, data: { enabled } });
    await raiseKnowledgeRevision(tx, actor.workspaceId);
    await recordAudit(tx, actor, {
      action: enabled ? "knowledge.enabled" : "knowledge.disabled",
      target: { id: sourceId, name: source.title },
    });
  });
}
