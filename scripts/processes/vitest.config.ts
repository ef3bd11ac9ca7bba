import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

// Tests of several real processes, two files at a time: they mostly wait. They need the production build.
export default defineConfig({
  root,
  resolve: { alias: { "@": root } },
  test: {
    name: "processes",
    include: ["scripts/processes/*.spec.ts"],
    pool: "forks",
    maxWorkers: 2,
    env: { TZ: "Asia/Kathmandu", LOG_LEVEL: "silent" },
    globalSetup: ["scripts/processes/build.ts", "scripts/testing/global-setup.ts"],
    setupFiles: ["scripts/testing/setup.ts", "scripts/testing/setup-database.ts"],
    testTimeout: 90_000,
    hookTimeout: 90_000,
  },
});
