import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const FOLDERS = ["app", "bots", "components", "e2e", "prisma", "scripts", "server"];
const PROGRAM = fileURLToPath(
  new URL("../../node_modules/dependency-cruiser/bin/dependency-cruiser.mjs", import.meta.url),
);
const RULES = fileURLToPath(new URL("../../.dependency-cruiser.mjs", import.meta.url));

const resultSchema = z.object({
  summary: z.object({
    totalCruised: z.number(),
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

/** How many modules lie under that folder, and which of them break the rules of the house. */
export function findViolations(root: string): z.infer<typeof resultSchema>["summary"] {
  const folders = FOLDERS.filter((folder) => existsSync(join(root, folder)));
  const run = spawnSync(process.execPath, [PROGRAM, "--config", RULES, "--output-type", "json", ...folders], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 512 * 1024 * 1024,
  });
  if (!run.stdout) throw new Error(`dependency-cruiser said nothing: ${run.stderr}`);
  return resultSchema.parse(JSON.parse(run.stdout)).summary;
}
