import { createHash } from "node:crypto";
import type { Tx } from "@/server/lib/db";
import { splitSource } from "./split-source";

/** Raised when splitSource cuts differently, so that unchanged texts are indexed anew. */
const SPLIT_VERSION = 1;

/** A print of all that the passages of a text follow from. */
export function sourceHash({
  title,
  text,
  language,
}: {
  title: string;
  text: string;
  language: string;
}): string {
  return createHash("sha256")
    .update(JSON.stringify([SPLIT_VERSION, title, text, language]))
    .digest("hex");
}

type CutSource = { id: number; workspaceId: number; title: string; text: string };

/**
 * Cuts a stored text into passages in place of those it had. `language` says that all of it is in one; without it each
 * passage's own is told.
 */
export async function cutSource(
  tx: Tx,
  { id: sourceId, workspaceId, title, text }: CutSource,
  language?: string,
): Promise<number> {
  await tx.passage.deleteMany({ where: { sourceId } });
  const passages = splitSource({ title, text, language });
  await tx.passage.createMany({ data: passages.map((passage) => ({ ...passage, workspaceId, sourceId })) });
  return passages.length;
}
