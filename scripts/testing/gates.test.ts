import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkBoundaries } from "./check-boundaries";

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

  it.each([
    ["lib that knows the domain", "server/lib/x.ts", "@/server/domain/y", "server/domain/y.ts"],
    ["a page that reaches the database", "app/page.tsx", "@/server/lib/db", "server/lib/db.ts"],
    [
      "a component that takes a use case",
      "components/x.tsx",
      "@/server/domain/y/do-it",
      "server/domain/y/do-it.ts",
    ],
    [
      "a use case that knows a provider",
      "server/domain/x.ts",
      "@/server/providers/t/service",
      "server/providers/t/service.ts",
    ],
    [
      "a provider that knows the domain",
      "server/providers/t/x.ts",
      "@/server/domain/y",
      "server/domain/y.ts",
    ],
    [
      "product code that knows the simulator",
      "server/ai/x.ts",
      "@/server/simulator/y",
      "server/simulator/y.ts",
    ],
    ["web that imports bots", "app/x.ts", "@/bots/y", "bots/y.ts"],
    ["product code that imports a script", "server/ai/x.ts", "@/scripts/y", "scripts/y.ts"],
    ["a module that does not exist", "server/ai/x.ts", "@/server/ai/nowhere", "server/ai/elsewhere.ts"],
  ])("refuse %s", async (name, from, imported, to) => {
    const files = {
      [from]: `import { thing } from "${imported}";\nthing();\n`,
      [to]: "export const thing = () => 1;\n",
    };
    expect(await checkBoundaries(project(name.replaceAll(" ", "-"), files), 2)).toBe(false);
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
