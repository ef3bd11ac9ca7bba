import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { parseArgs } from "node:util";
import { Pool } from "pg";
import { postgresLexer } from "@/server/domain/knowledge/postgres-lexer";
import { evaluatePassages, passagesFile } from "./eval/passages-file";
import { evaluateSupport, type Miss, supportFile } from "./eval/support-file";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { context: { type: "string" }, verbose: { type: "boolean", default: false } },
});

const dataFolder = process.env.EVAL_DATA ?? "../shared/data";

/** A path as given, or else a name within the folder of evaluation data. */
function findFile(name: string, beside = "."): string {
  const found = [resolve(name), resolve(beside, name), resolve(dataFolder, name)].find((path) =>
    existsSync(path),
  );
  if (!found) throw new Error(`${name}: no such file here, beside the cases or in EVAL_DATA (${dataFolder})`);
  return found;
}

const percent = (share: number | null) => (share === null ? "—" : `${(share * 100).toFixed(1)} %`);

function printMisses(misses: Miss[]) {
  if (!values.verbose) return;
  for (const miss of misses)
    console.log(`  ${miss.id} «${miss.question}»\n    expected ${miss.expected}\n    got ${miss.got}`);
}

async function main() {
  const path = findFile(positionals[0] ?? "support-cases-dev.json");
  const pool = new Pool({ connectionString: process.env.DATABASE_URL });
  const lexer = postgresLexer((sql, params) => pool.query(sql, params));
  const empty = {
    answered: null,
    handedOver: null,
    forbidden: null,
    cases: null,
    hitAt1: null,
    hitAt5: null,
    mrr: null,
    auc: null,
  };
  try {
    const content: unknown = JSON.parse(readFileSync(path, "utf8"));
    const support = supportFile.safeParse(content);
    if (support.success) {
      const context = findFile(
        values.context ?? support.data.context ?? "company_context.txt",
        dirname(path),
      );
      const { all, byLanguage, misses } = await evaluateSupport(
        support.data,
        readFileSync(context, "utf8"),
        lexer,
      );
      printMisses(misses);
      for (const [name, figures] of Object.entries({ ...byLanguage, all }))
        console.log(
          `${name.padEnd(4)} answered ${percent(figures.answered)} (${figures.answeredCount}/${figures.answerable})` +
            `  handed over ${percent(figures.handedOver)} (${figures.handedOverCount}/${figures.mustHandOver})` +
            `  forbidden ${figures.forbiddenCount}`,
        );
      console.log(JSON.stringify({ ...empty, ...all, ...byLanguage }));
      return;
    }
    const { clean, noisy, questions, misses } = await evaluatePassages(passagesFile.parse(content), lexer);
    printMisses(misses);
    for (const [name, figures] of Object.entries({ clean, noisy }))
      console.log(
        `${name.padEnd(6)} hit@1 ${percent(figures.hitAt1)}  hit@5 ${percent(figures.hitAt5)}  ` +
          `MRR ${figures.mrr?.toFixed(3)}  AUC ${figures.auc?.toFixed(3)}`,
      );
    console.log(JSON.stringify({ ...empty, ...clean, noisy, questions }));
  } finally {
    await pool.end();
  }
}

await main();
