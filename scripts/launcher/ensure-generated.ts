import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { hashFiles } from "./hash-files";
import { runTool } from "./run-tool";

const MARKER = "node_modules/.assistchat-prisma";

/** Generates the Prisma client when the schema or Prisma itself has changed. */
export async function ensureGenerated(): Promise<void> {
  const hash = hashFiles(["prisma/schema", "node_modules/prisma/package.json"]);
  const isFresh = existsSync(MARKER) && readFileSync(MARKER, "utf8") === hash;
  if (isFresh && existsSync("prisma/generated/client.ts")) return;
  // Prisma insists on an engine binary it does not use here; its own would have to be downloaded.
  await runTool("prisma generate", ["node_modules/prisma/build/index.js", "generate"], {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
  });
  writeFileSync(MARKER, hash);
}
