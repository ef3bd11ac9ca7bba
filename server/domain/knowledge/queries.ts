import { modelFor } from "@/server/domain/usage/model-for";
import { may, requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";
import type { SourceDetail, SourceInput, SourceView } from "./schema";

/** The workspace's texts by title, without their words. Throws `forbidden`. */
export async function listSources(actor: MemberActor): Promise<{ sources: SourceView[]; mayEdit: boolean }> {
  requirePermission(actor, "knowledge.view");
  return { sources: await sourceViews(actor), mayEdit: may(actor, "knowledge.edit") };
}

/** One text with its passages. Throws `forbidden`, `not_found`. */
export async function sourceDetail(actor: MemberActor, { sourceId }: SourceInput): Promise<SourceDetail> {
  requirePermission(actor, "knowledge.view");
  const [view] = await sourceViews(actor, sourceId);
  const source = await db.knowledgeSource.findFirst({
    where: { id: sourceId, workspaceId: actor.workspaceId },
    select: {
      text: true,
      passages: {
        orderBy: { position: "asc" },
        select: { id: true, heading: true, text: true, language: true },
      },
    },
  });
  if (!view || !source) throw new AppError("not_found", "source", "There is no such text.");
  return { ...view, text: source.text, passageList: source.passages, mayEdit: may(actor, "knowledge.edit") };
}

async function sourceViews({ workspaceId }: MemberActor, id?: number): Promise<SourceView[]> {
  const sources = await db.knowledgeSource.findMany({
    where: { workspaceId, id },
    orderBy: [{ title: "asc" }, { id: "asc" }],
    omit: { text: true },
    include: { _count: { select: { passages: true } } },
  });
  const model = (await modelFor(workspaceId))?.client.embeddingModel;
  const embedded = model
    ? await db.passage.groupBy({
        by: ["sourceId"],
        where: { workspaceId, sourceId: id, embeddingModel: model },
        _count: true,
      })
    : null;
  return sources.map((source) => ({
    id: source.id,
    title: source.title,
    kind: source.kind,
    language: source.language,
    enabled: source.enabled,
    file: source.origin,
    passages: source._count.passages,
    embedded: embedded && (embedded.find(({ sourceId }) => sourceId === source.id)?._count ?? 0),
    updatedAt: source.updatedAt.toISOString(),
  }));
}
