import type { Tx } from "@/server/lib/db";
import { type FileSource, saveSource } from "./save-source";

/**
 * Makes the workspace's texts that come from files be exactly these: new and changed ones are indexed, those whose
 * file is gone are removed, texts typed in the browser (no origin) are not touched. Raises the knowledge revision
 * when anything changed.
 */
export async function syncFileSources(tx: Tx, workspaceId: number, sources: FileSource[]): Promise<void> {
  const gone = await tx.knowledgeSource.deleteMany({
    where: { workspaceId, origin: { not: null, notIn: sources.map(({ origin }) => origin) } },
  });
  let changed = gone.count > 0;
  for (const source of sources) {
    if ((await saveSource(tx, workspaceId, source)) === "saved") changed = true;
  }
  if (!changed) return;
  await tx.workspace.update({ where: { id: workspaceId }, data: { knowledgeRevision: { increment: 1 } } });
}
