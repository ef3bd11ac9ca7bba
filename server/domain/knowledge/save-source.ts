import { createHash } from "node:crypto";
import type { Tx } from "@/server/lib/db";
import type { ParsedSource } from "./parse-source";
import { splitSource } from "./split-source";

/** Raised when splitSource cuts differently, so that unchanged texts are indexed anew. */
const SPLIT_VERSION = 1;

/** A text loaded from a file; `fixedLanguage` says that every passage of it is in `language`. */
export type FileSource = ParsedSource & { origin: string; fixedLanguage?: boolean };

/** Stores a text loaded from a file and cuts it into passages; one that has not changed is left alone. */
export async function saveSource(
  tx: Tx,
  workspaceId: number,
  source: FileSource,
): Promise<"saved" | "unchanged"> {
  const { origin, title, text, language } = source;
  const contentHash = createHash("sha256")
    .update(JSON.stringify([SPLIT_VERSION, title, text, language]))
    .digest("hex");
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
  await tx.passage.deleteMany({ where: { sourceId } });
  const passages = splitSource({ title, text, ...(source.fixedLanguage && { language }) });
  await tx.passage.createMany({ data: passages.map((passage) => ({ ...passage, workspaceId, sourceId })) });
  return "saved";
}
