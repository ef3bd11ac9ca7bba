import { recordAudit } from "@/server/domain/audit/record-audit";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";
import { cutSource } from "./cut-source";
import { lockSource } from "./lock-source";
import { raiseKnowledgeRevision } from "./raise-knowledge-revision";
import { readSourceContent } from "./read-source-content";
import type { ChangeSourceInput, SourceResult } from "./schema";

/**
 * Changes a text; the next answer goes by the new one. Refused for one that a file gives (`from_file`) and when
 * somebody changed it since it was opened (`changed_meanwhile`). Throws `forbidden`, `not_found`.
 */
export async function changeSource(actor: MemberActor, input: ChangeSourceInput): Promise<SourceResult> {
  requirePermission(actor, "knowledge.edit");
  const read = readSourceContent(input);
  if (!read.ok) return read;
  const { fixedLanguage, ...content } = read.content;
  return transaction(async (tx) => {
    const before = await lockSource(tx, actor, input.sourceId);
    if (before.origin !== null) return { ok: false, reason: "from_file" };
    if (before.contentHash === content.contentHash && before.kind === content.kind)
      return { ok: true, sourceId: before.id };
    if (before.updatedAt.toISOString() !== input.updatedAt) return { ok: false, reason: "changed_meanwhile" };
    const source = await tx.knowledgeSource.update({
      where: { id: before.id },
      data: { ...content, indexedAt: new Date() },
    });
    await cutSource(tx, source, fixedLanguage);
    await raiseKnowledgeRevision(tx, actor.workspaceId);
    await recordAudit(tx, actor, {
      action: "knowledge.changed",
      target: { id: source.id, name: source.title },
      details: { charactersBefore: before.text.length, characters: source.text.length },
    });
    return { ok: true, sourceId: source.id };
  });
}
