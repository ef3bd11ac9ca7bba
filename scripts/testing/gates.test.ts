import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkBoundaries } from "./check-boundaries";
import { findViolations } from "./find-violations";

// Each gate of `npm test` is shown something it must refuse, beside the same thing done right.
const root = fileURLToPath(new URL("../..", import.meta.url));
let folder = "";

beforeAll(() => {
  mkdirSync(join(root, ".cache"), { recursive: true });
  // Inside the project, so that packages are found.
  folder = mkdtempSync(join(root, ".cache", "gates-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function project(name: string, files: Record<string, string>): string {
  const home = join(folder, name);
  const tsconfig = { extends: join(root, "tsconfig.json"), include: ["**/*.ts"], exclude: [] };
  const basics = {
    "package.json": JSON.stringify({ name, version: "0.0.0", type: "module" }),
    "tsconfig.json": JSON.stringify({
      ...tsconfig,
      compilerOptions: { incremental: false, paths: { "@/*": ["./*"] } },
    }),
  };
  for (const [path, text] of Object.entries({ ...basics, ...files })) {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), text);
  }
  return home;
}

function run(home: string, program: string, args: string[]) {
  const { status, stdout, stderr } = spawnSync(join(root, "node_modules", ".bin", program), args, {
    cwd: home,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", VITEST: undefined },
  });
  return { ok: status === 0, said: stdout + stderr };
}

describe("boundaries", { timeout: 60_000 }, () => {
  const lib = { "server/lib/clock.ts": "export const now = () => Date.now();\n" };

  it("pass a tree that keeps the rules, and refuse one in which they saw nothing", async () => {
    const home = project("kept", {
      ...lib,
      "server/domain/a.ts": 'import { now } from "@/server/lib/clock";\nnow();\n',
    });
    expect(await checkBoundaries(home, 2)).toBe(true);
    expect(await checkBoundaries(home, 50)).toBe(false);
  });

  it("refuse each import that breaks one", () => {
    // rule, from, to; a name of its own for each, so that none is another's target
    const broken = [
      ["lib-is-ground", "server/lib/a.ts", "server/domain/b.ts"],
      ["db-only-in-domain", "app/page.tsx", "server/lib/db.ts"],
      ["browser-sees-schemas-and-types", "components/c.tsx", "server/domain/y/do-it.ts"],
      ["providers-by-registry", "server/domain/d.ts", "server/providers/t/service.ts"],
      ["providers-are-islands", "server/providers/t/e.ts", "server/domain/f.ts"],
      ["simulator-is-outside", "server/ai/g.ts", "server/simulator/h.ts"],
      ["bots-is-a-leaf", "server/ai/i.ts", "bots/j.ts"],
      ["scripts-are-tools", "server/ai/k.ts", "scripts/l.ts"],
      ["nothing-missing", "server/ai/m.ts", "server/ai/nowhere"],
    ] as const;
    const files: Record<string, string> = {};
    for (const [, from, to] of broken) {
      files[from] = `import { thing } from "@/${to.replace(/\.tsx?$/, "")}";\nthing();\n`;
      if (to.includes(".")) files[to] = "export const thing = () => 1;\n";
    }
    const { violations } = findViolations(project("broken", files));
    for (const [rule, from] of broken)
      expect(violations).toContainEqual(expect.objectContaining({ from, rule: { name: rule } }));
  });
});

it("knip refuses an unused export", { timeout: 60_000 }, () => {
  const knip = JSON.stringify({ entry: ["main.ts"], project: ["**/*.ts"] });
  const used = {
    "knip.json": knip,
    "main.ts": 'import { a } from "./a";\na();\n',
    "a.ts": "export const a = () => 1;\n",
  };
  expect(run(project("used", used), "knip", [])).toMatchObject({ ok: true });
  const unused = { ...used, "a.ts": `${used["a.ts"]}export const b = 2;\n` };
  const refused = run(project("unused", unused), "knip", []);
  expect(refused).toMatchObject({ ok: false, said: expect.stringMatching(/Unused exports[\s\S]*\bb\b/) });
});

it("tsc refuses a type error", { timeout: 60_000 }, () => {
  const refused = run(project("types", { "a.ts": 'export const a: number = "one";\n' }), "tsc", ["--noEmit"]);
  expect(refused).toMatchObject({ ok: false, said: expect.stringContaining("TS2322") });
});

it("Biome refuses any, a non-null assertion and process.env", { timeout: 60_000 }, () => {
  const text = "export const a: any = process.env.A;\nexport const b = (c: string | null) => c!;\n";
  const home = project("lint", { "server/domain/a.ts": text });
  // The project's rules, without its relation to git: `.cache` is ignored there.
  copyFileSync(join(root, "biome.json"), join(home, "biome.json"));
  const refused = run(home, "biome", ["lint", "--vcs-enabled=false", "server"]);
  expect(refused.ok).toBe(false);
  for (const rule of ["noExplicitAny", "noProcessEnv", "noNonNullAssertion"])
    expect(refused.said).toContain(rule);
});

describe("vitest", { timeout: 60_000 }, () => {
  const setup = join(root, "scripts/testing/setup.ts");
  const config = `export default { test: { setupFiles: [${JSON.stringify(setup)}] } };\n`;
  const tests = (body: string) => ({
    "vitest.config.mjs": config,
    "a.test.ts": `import { it } from "vitest";\nit("a", async () => {\n${body}\n});\n`,
  });
  const verdict = (name: string, body: string) => run(project(name, tests(body)), "vitest", ["run"]);

  it("refuses console.error and unhandled rejections, in a test that passes otherwise", () => {
    expect(verdict("quiet", "console.info('fine');")).toMatchObject({ ok: true });
    expect(verdict("console", "console.error('broken');")).toMatchObject({
      ok: false,
      said: expect.stringContaining("console.error was called"),
    });
    expect(verdict("rejection", "void Promise.reject(new Error('lost'));")).toMatchObject({ ok: false });
  });
});
