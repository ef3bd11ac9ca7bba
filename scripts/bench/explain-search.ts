import { searchWords } from "@/server/domain/messages/hub/search-words";
import { allHits, walkStatement } from "@/server/domain/messages/hub/walk-hub";
import { pool } from "@/server/lib/db";
import type { SearchKind } from "./search-queries";

/** Prints how Postgres comes to the hits of a common and of a rare word. */
export async function explainSearch(workspaceId: number, kinds: SearchKind[]): Promise<void> {
  for (const name of ["common", "rare"]) {
    const filter = kinds.find((kind) => kind.name === name)?.filters[0] ?? {};
    const words = await searchWords(workspaceId, filter.q ?? "");
    const question = { workspaceId, filter, words: words?.query ?? null, people: null };
    const { sql, values } =
      name === "common" ? walkStatement(question, null, 51, 3_000) : allHits(question, null, 51);
    const { rows } = await pool().query<{ "QUERY PLAN": string }>(
      `explain (analyze, buffers) ${sql}`,
      values,
    );
    process.stdout.write(`\n${name}: ${filter.q}\n${rows.map((row) => row["QUERY PLAN"]).join("\n")}\n\n`);
  }
}
