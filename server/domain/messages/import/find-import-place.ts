import type { ImportPlace } from "@/server/domain/messages/import/schema";
import { db } from "@/server/lib/db";
import { localeFor } from "@/server/lib/phrases";

/**
 * The workspace and its Telegram bot that imported chats belong to: those named, else the only ones (of workspaces the
 * demo's does not count beside others); in words what has to be named.
 */
export async function findImportPlace({
  workspaceId,
  resourceId,
}: {
  workspaceId?: number;
  resourceId?: number;
}): Promise<{ ok: true; place: ImportPlace } | { ok: false; reason: string }> {
  const resources = await db.resource.findMany({
    where: { provider: "telegram", id: resourceId, workspaceId },
    orderBy: { id: "asc" },
    include: { workspace: true },
  });
  const real = resources.filter(({ workspace }) => workspace.origin !== "demo");
  const candidates = real.length > 0 ? real : resources;
  const [only, ...others] = candidates;
  if (!only) {
    const where = [
      workspaceId !== undefined && ` in the workspace ${workspaceId}`,
      resourceId !== undefined && ` with the id ${resourceId}`,
    ].filter(Boolean);
    return {
      ok: false,
      reason: `There is no Telegram bot${where.join("")}: connect one on /resources first.`,
    };
  }
  if (others.length > 0) {
    const list = candidates.map(
      ({ id, name, workspace }) =>
        `  --workspace ${workspace.id} --resource ${id}  (“${name}” of ${workspace.name})`,
    );
    return { ok: false, reason: `Several bots could own the imported chats; name one:\n${list.join("\n")}` };
  }
  const { id, timeZone, locale } = only.workspace;
  return {
    ok: true,
    place: { workspaceId: id, resourceId: only.id, locale: localeFor(locale), timeZone },
  };
}
