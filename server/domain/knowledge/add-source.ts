import { recordAudit } from "@/server/domain/audit/record-audit";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";
import { cutSource } from "./cut-source";
import { raiseKnowledgeRevision } from "./raise-knowledge-revision";
import { readSourceContent } from "./read-source-content";
import type { AddSourceInput, SourceResult } from "./schema";

/** Adds a text that the very next answer may quote. The same text twice is one. Throws `forbidden`. */
export async function addSource(actor: MemberActor, input: AddSourceInput): Promise<SourceResult> {
  requirePermission(actor, "knowledge.edit");
  const read = readSourceContent(input);
  if (!read.ok) return read;
  const { fixedLanguage, ...content } = read.content;
  const { workspaceId } = actor;
  return transaction(async (tx) => {
    // Two who add the same text at once come one after another.
    await tx.$executeRaw`select 1 from workspaces where id = ${workspaceId} for update`;
    const same = await tx.knowledgeSource.findFirst({
      where: { workspaceId, origin: null, contentHash: content.contentHash },
      select: { id: true },
    });
    if (same) return { ok: true, sourceId: same.id };
    const source = await tx.knowledgeSource.create({
      data: { ...content, workspaceId, indexedAt: new Date() },
    });
    await cutSource(tx, source, fixedLanguage);
    await raiseKnowledgeRevision(tx, workspaceId);
    await recordAudit(tx, actor, {
      action: "knowledge.added",
      target: { id: source.id, name: source.title },
    });
    return { ok: true, sourceId: source.id };
  });
}
