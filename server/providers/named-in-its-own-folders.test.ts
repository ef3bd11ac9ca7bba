import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const product = ["app", "bots", "components", "prisma", "server"].map((folder) => `${folder}/**/*.{ts,tsx}`);

/** Where KChat may be named, by the beginning of a path, and why. */
const mayName = [
  ["server/providers/kchat/", "the provider"],
  ["components/resources/kchat/", "what its page shows beside the form"],
  ["bots/kchat/", "its bot"],
  ["server/providers/registry.ts", "a registry line"],
  ["server/providers/pages.tsx", "a registry line"],
  ["server/simulator/", "the outside world"],
  ["components/simulator/", "the outside world"],
  ["app/(simulator)/", "the outside world"],
  ["server/lib/env.ts", "examples of BOT_TOKEN's neighbours"],
  ["server/lib/secrets.ts", "the demo's token"],
  ["server/domain/workspaces/", "the demo's bot, and that of BOT_TOKEN"],
  ["prisma/seed/", "the same two"],
].map(([path = ""]) => path);

it("a channel is named by its own folders, the registries, the simulator and whatever makes its first resource", () => {
  const naming = globSync(product)
    .filter((file) => !/\.(test|spec)\.tsx?$|\/testing\//.test(file))
    .filter((file) => /kchat|Kchat/.test(readFileSync(file, "utf8")));
  expect(naming.filter((file) => !mayName.some((path) => file.startsWith(path)))).toEqual([]);
  expect(mayName.filter((path) => !naming.some((file) => file.startsWith(path)))).toEqual([]);
});
