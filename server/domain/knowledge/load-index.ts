import { buildIndex, type KnowledgeIndex } from "@/server/domain/knowledge/build-index";
import { postgresLexer } from "@/server/domain/knowledge/postgres-lexer";
import { db, pool } from "@/server/lib/db";

/** Enough for the workspaces one process serves at a time; the least recently used goes first. */
const mostKept = 50;

const kept = new Map<number, { revision: number; index: Promise<KnowledgeIndex> }>();
const lexer = postgresLexer((sql, params) => pool().query(sql, params));

/** The workspace's knowledge made searchable: built anew when its knowledge revision, read just now, was raised. */
export async function loadIndex(workspaceId: number, knowledgeRevision: number): Promise<KnowledgeIndex> {
  const known = kept.get(workspaceId);
  kept.delete(workspaceId);
  const entry =
    known?.revision === knowledgeRevision
      ? known
      : { revision: knowledgeRevision, index: build(workspaceId) };
  kept.set(workspaceId, entry);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  try {
    return await entry.index;
  } catch (error) {
    kept.delete(workspaceId);
    throw error;
  }
}

async function build(workspaceId: number): Promise<KnowledgeIndex> {
  const passages = await db.passage.findMany({
    where: { workspaceId, source: { enabled: true } },
    orderBy: { id: "asc" },
    include: { source: { select: { title: true } } },
    omit: { embedding: true },
  });
  return buildIndex(
    passages.map(({ source, ...passage }) => ({ ...passage, sourceTitle: source.title })),
    lexer,
  );
}
