import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { hashFiles } from "./hash-files";
import { runTool } from "./run-tool";

const MARKER = ".next/assistchat-build";
const SOURCES = [
  "app",
  "components",
  "config",
  "server",
  "messages",
  "public",
  "prisma/schema",
  "next.config.ts",
  "proxy.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];

/** Makes the production build when the sources have changed; returns whether it had to. */
export async function ensureBuilt(announce: () => void): Promise<boolean> {
  const hash = hashFiles(SOURCES);
  if (existsSync(MARKER) && existsSync(".next/BUILD_ID") && readFileSync(MARKER, "utf8") === hash)
    return false;
  announce();
  await runTool("next build", ["node_modules/next/dist/bin/next", "build"], { NODE_ENV: "production" });
  writeFileSync(MARKER, hash);
  return true;
}
