import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { z } from "zod";

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
});
const { packages } = lockSchema.parse(
  JSON.parse(readFileSync(new URL("../../package-lock.json", import.meta.url), "utf8")),
);

/** Where Node would find the package, walking up from the folder of the one that asks for it. */
function isLocked(from: string, name: string): boolean {
  const path = `${from ? `${from}/` : ""}node_modules/${name}`;
  if (packages[path]?.version) return true;
  const parent = from.lastIndexOf("/node_modules/");
  return from !== "" && isLocked(parent > 0 ? from.slice(0, parent) : "", name);
}

// A lockfile made where a registry lacks some platforms' packages leaves them out; `npm ci` then fails everywhere.
it("names the packages of every platform", () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isLocked(path, name)),
  );
  expect(missing).toEqual([]);
});
