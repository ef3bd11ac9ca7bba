import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig, devices } from "@playwright/test";
import { browserPath } from "./scripts/testing/browser-path";

// The workers read this file too; what the first reading chose reaches them through the environment.
process.env.E2E_PORT ??= "4310";
process.env.E2E_SIMULATOR_PORT ??= "4311";
process.env.E2E_OUTSIDE_PORT ??= "4312";
process.env.E2E_SMTP_PORT ??= "4313";
if (!process.env.E2E_DATA_DIR) {
  process.env.E2E_DATA_DIR = mkdtempSync(join(tmpdir(), "assistchat-e2e-"));
  // Root's database runs as another user, who must be able to enter.
  chmodSync(process.env.E2E_DATA_DIR, 0o711);
}
const { E2E_PORT, E2E_SIMULATOR_PORT, E2E_OUTSIDE_PORT, E2E_SMTP_PORT, E2E_DATA_DIR } = process.env;
const origin = `http://localhost:${E2E_PORT}`;

const executablePath = await browserPath();

/** A really started product, with nothing of this machine's own configuration. */
const product = {
  PORT: E2E_PORT,
  SIMULATOR_PORT: E2E_SIMULATOR_PORT,
  DATA_DIR: E2E_DATA_DIR,
  APP_URL: origin,
  DEMO_EMAIL: "owner@example.com",
  DEMO_PASSWORD: "demo-password-for-tests",
  SMTP_URL: `smtp://127.0.0.1:${E2E_SMTP_PORT}?from=support@example.com`,
  GOOGLE_CLIENT_ID: "assistchat",
  GOOGLE_CLIENT_SECRET: "assistchat-secret",
  GOOGLE_ISSUER: `http://localhost:${E2E_OUTSIDE_PORT}`,
  LOG_LEVEL: "warn",
};

export default defineConfig({
  testDir: "e2e",
  outputDir: ".cache/e2e-results",
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 90_000,
  // A bound for a slow machine; nothing waits that long on a quick one.
  expect: { timeout: 20_000 },
  use: {
    baseURL: origin,
    locale: "en-US",
    timezoneId: "Asia/Kathmandu",
    // Recording costs the two cores a fifth of the time; `--trace on` when a failure needs it.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: { executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"] },
  },
  projects: [{ name: "chromium", use: devices["Desktop Chrome"] }],
  webServer: [
    {
      command: "tsx e2e/support/outside-services.ts",
      url: `http://127.0.0.1:${E2E_OUTSIDE_PORT}/letters`,
      reuseExistingServer: false,
    },
    {
      command: "node scripts/start.mjs",
      url: `${origin}/api/health`,
      env: product,
      timeout: 240_000,
      reuseExistingServer: false,
      stdout: "pipe",
      gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    },
  ],
});
