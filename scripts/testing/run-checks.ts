import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { z } from "zod";
import { choosePort } from "../launcher/choose-port";
import { ensureBuilt } from "../launcher/ensure-built";
import { ensureGenerated } from "../launcher/ensure-generated";
import { checkBoundaries } from "./check-boundaries";
import { runProgram } from "./run-program";
import { runProgramAside } from "./run-program-aside";

// All checks; the last line is `N passed, N failed`. `--static`: those that run nothing.
interface Tally {
  passed: number;
  failed: number;
}

const RESULTS = ".cache/results";
const tally: Tally = { passed: 0, failed: 0 };

const vitestSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  success: z.boolean(),
});
const playwrightSchema = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
});

async function step(name: string, work: () => Promise<Tally>): Promise<void> {
  const began = Date.now();
  process.stdout.write(`\n── ${name}\n`);
  const result = await work().catch((error: unknown) => {
    process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return { passed: 0, failed: 1 };
  });
  tally.passed += result.passed;
  tally.failed += result.failed;
  const verdict = result.failed === 0 ? "ok" : `${result.failed} FAILED`;
  process.stdout.write(`── ${name}: ${verdict}, ${((Date.now() - began) / 1000).toFixed(1)} s\n`);
}

/** A check that passes or fails as one. */
function check(name: string, work: () => Promise<boolean>): Promise<void> {
  return step(name, async () => ((await work()) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }));
}

/** A test program that wrote its figures to a file; when it failed without a failed test, that counts as one. */
function tests(ok: boolean, counted: Tally): Tally {
  return { passed: counted.passed, failed: ok ? counted.failed : Math.max(1, counted.failed) };
}

async function runVitest(name: string, args: string[] = []): Promise<Tally> {
  const file = `${RESULTS}/${name}.json`;
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const ok = await runProgram("vitest", ["run", ...args, ...reporters]);
  const result = vitestSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  return tests(ok && result.success, { passed: result.numPassedTests, failed: result.numFailedTests });
}

async function runPlaywright(): Promise<Tally> {
  const file = `${RESULTS}/playwright.json`;
  const ok = await runProgram("playwright", ["test", "--reporter=list,json"], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    E2E_PORT: String(await choosePort(0)),
    E2E_SIMULATOR_PORT: String(await choosePort(0)),
  });
  const { stats } = playwrightSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  return tests(ok, { passed: stats.expected, failed: stats.unexpected + stats.flaky });
}

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
const began = Date.now();
await check("prisma generate, next typegen", async () => {
  await ensureGenerated();
  return runProgram("next", ["typegen"]);
});
// None of them uses more than one core.
await Promise.all([
  check("tsc", () => runProgramAside("tsc", ["--noEmit"])),
  check("biome", () => runProgramAside("biome", ["check", "--error-on-warnings"]))
    .then(() => check("boundaries", () => checkBoundaries(process.cwd(), 50)))
    .then(() => check("knip", () => runProgramAside("knip", []))),
]);
if (!process.argv.includes("--static")) {
  await step("vitest", () => runVitest("vitest"));
  await check("next build", async () => {
    await ensureBuilt(() => process.stdout.write("building…\n"));
    return true;
  });
  await step("several processes", () =>
    runVitest("processes", ["--config", "scripts/processes/vitest.config.ts"]),
  );
  await step("playwright", runPlaywright);
}
process.stdout.write(
  `\n${((Date.now() - began) / 1000).toFixed(0)} s\n${tally.passed} passed, ${tally.failed} failed\n`,
);
// The schema engine, among others, leaves timers behind.
process.exit(tally.failed === 0 ? 0 : 1);
