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

/**
 * Whether the modules under that folder keep the rules of the house; says which do not. Fewer modules than the
 * minimum means that the tool saw nothing (it does so, silently, with a TypeScript it does not know).
 */
export async function checkBoundaries(root: string, minimum: number): Promise<boolean> {
  const folders = FOLDERS.filter((folder) => existsSync(join(root, folder)));
  const run = spawnSync(process.execPath, [PROGRAM, "--config", RULES, "--output-type", "json", ...folders], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 512 * 1024 * 1024,
  });
  if (!run.stdout) throw new Error(`dependency-cruiser said nothing: ${run.stderr}`);
  const { totalCruised, violations } = resultSchema.parse(JSON.parse(run.stdout)).summary;
  for (const { rule, from, to } of violations) process.stdout.write(`${rule.name}: ${from} → ${to}\n`);
  process.stdout.write(`${totalCruised} modules, ${violations.length} violations\n`);
  if (totalCruised < minimum)
    process.stdout.write(`fewer than ${minimum} modules: the check saw too little\n`);
  return violations.length === 0 && totalCruised >= minimum;
}
