import { analyticsOf } from "@/server/domain/analytics/analytics-of";
import { type HubFilter, hubFilter } from "@/server/domain/messages/hub/schema";
import { searchHub } from "@/server/domain/messages/hub/search-hub";
import { closeDb, db } from "@/server/lib/db";
import { explainSearch } from "./explain-search";
import { atLeast, atMost, type Figures, percentile, told } from "./figures";
import { measureIngest } from "./measure-ingest";
import { type SearchKind, searchQueries } from "./search-queries";

const rounds = 3;
const goalMs = 60;
const analyticsGoalMs = 300;
const analyticsLooks = 9;

/**
 * Searches as the page and REST do: the newest 50 hits with snippets, files and the total; reads the figures of a
 * month and of a year; then takes more messages in. Expects the database named by DATABASE_URL to have been seeded.
 */
export async function measureSearch(vocabulary: string[], random: () => number): Promise<Figures> {
  const { id: workspaceId } = await db.workspace.findFirstOrThrow({ where: { name: "Bench" } });
  const kinds = await searchQueries(workspaceId, vocabulary, random);
  const took = new Map<string, number[]>(kinds.map(({ name }) => [name, []]));
  // The stems of common words are known to a process that has been up for a while.
  for (const { filters } of kinds) await timed(workspaceId, filters[0] ?? {});
  for (let round = 0; round < rounds; round += 1)
    for (const { name, filters, pages } of kinds)
      for (const filter of filters) took.get(name)?.push(...(await timed(workspaceId, filter, pages)));
  await explainSearch(workspaceId, kinds);
  const figures: Figures = {};
  for (const [name, samples] of took) {
    figures[`${name}_p50`] = told(percentile(samples, 0.5), "ms");
    figures[`${name}_p95`] = atMost(percentile(samples, 0.95), "ms", goalMs);
  }
  figures.search_p95 = atMost(percentile([...took.values()].flat(), 0.95), "ms", goalMs);
  for (const days of [30, 365])
    figures[`analytics_${days}_days`] = atMost(await timeAnalytics(workspaceId, days), "ms", analyticsGoalMs);
  const { oneByOne, batches } = await measureIngest(workspaceId, vocabulary, random);
  figures.ingest_per_s = atLeast(batches, "messages/s", 1_000);
  figures.ingest_one_by_one_per_s = told(oneByOne, "messages/s");
  await closeDb();
  return figures;
}

/** Milliseconds that nine of ten looks at the figures of the last days take at most. */
async function timeAnalytics(workspaceId: number, days: number): Promise<number> {
  const program = { kind: "api-key", workspaceId, apiKeyId: 0, scopes: ["analytics:read"] } as const;
  const took: number[] = [];
  for (let look = 0; look < analyticsLooks; look += 1) {
    const startedAt = performance.now();
    await analyticsOf({ ...program, scopes: [...program.scopes] }, { days });
    took.push(performance.now() - startedAt);
  }
  return percentile(took, 0.9);
}

/** Milliseconds of each page, the first ones in a row. */
async function timed(
  workspaceId: number,
  filter: HubFilter,
  pages: SearchKind["pages"] = 1,
): Promise<number[]> {
  const took: number[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < pages; page += 1) {
    const startedAt = performance.now();
    const found: { nextCursor: string | null } = await searchHub({ workspaceId }, hubFilter.parse(filter), {
      limit: 50,
      ...(cursor ? { cursor } : {}),
    });
    took.push(performance.now() - startedAt);
    cursor = found.nextCursor;
    if (!cursor) break;
  }
  return took;
}
