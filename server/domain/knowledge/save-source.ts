import type { Tx } from "@/server/lib/db";
import { cutSource, sourceHash } from "./cut-source";
import type { ParsedSource } from "./parse-source";

/** A text loaded from a file; `fixedLanguage` says that every passage of it is in `language`. */
export type FileSource = ParsedSource & { origin: string; fixedLanguage?: boolean };

/** Stores a text loaded from a file and cuts it into passages; one that has not changed is left alone. */
export async function saveSource(
  tx: Tx,
  workspaceId: number,
  source: FileSource,
): Promise<"saved" | "unchanged"> {
  const { origin, title, text, language } = source;
  const contentHash = sourceHash({ title, text, language });
  const where = { workspaceId_origin: { workspaceId, origin } };
  const before = await tx.knowledgeSource.findUnique({ where, select: { contentHash: true } });
  if (before?.contentHash === contentHash) return "unchanged";
  const content = { title, text, language, contentHash, indexedAt: new Date() };
  const { id: sourceId } = await tx.knowledgeSource.upsert({
    where,
    create: { ...content, workspaceId, origin },
    update: content,
    select: { id: true },
  });
  await cutSource(
    tx,
    { id: sourceId, workspaceId, title, text },
    source.fixedLanguage ? language : undefined,
  );
  return "saved";
}
