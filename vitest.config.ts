import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// Not UTC, and not a whole hour from it: what forgets time zones fails here.
process.env.TZ = "Asia/Kathmandu";

const INTEGRATION = "**/*.integration.test.{ts,tsx}";

export default defineConfig({
  resolve: { alias: { "@": fileURLToPath(new URL(".", import.meta.url)).replace(/\/$/, "") } },
  test: {
    pool: "forks",
    maxWorkers: 3,
    env: { TZ: "Asia/Kathmandu", LOG_LEVEL: "silent" },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [INTEGRATION, "**/node_modules/**", "e2e/**", ".cache/**", ".data/**", ".next/**"],
          setupFiles: ["scripts/testing/setup.ts"],
          // Loading a file's modules anew costs more than its tests: files share a process, and leave nothing changed.
          isolate: false,
          testTimeout: 10_000,
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: [INTEGRATION],
          exclude: ["**/node_modules/**", "e2e/**", ".cache/**", ".data/**", ".next/**"],
          globalSetup: ["scripts/testing/global-setup.ts"],
          setupFiles: ["scripts/testing/setup.ts", "scripts/testing/setup-database.ts"],
          // Bounds for a busy machine; nothing takes that long on a quiet one.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
