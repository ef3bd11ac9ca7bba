import type { KnowledgeSource } from "@/prisma/generated/client";
import type { MemberActor } from "@/server/lib/actor";
import type { Tx } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

/** A text of the actor's workspace, which nobody else changes meanwhile. Throws `not_found`. */
export async function lockSource(tx: Tx, actor: MemberActor, sourceId: number): Promise<KnowledgeSource> {
  await tx.$executeRaw`
    select 1 from knowledge_sources where id = ${sourceId} and workspace_id = ${actor.workspaceId} for update`;
  const source = await tx.knowledgeSource.findFirst({
    where: { id: sourceId, workspaceId: actor.workspaceId },
  });
  if (!source) throw new AppError("not_found", "source", "There is no such text.");
  return source;
}
