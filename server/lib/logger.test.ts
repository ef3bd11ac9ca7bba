import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";

const token = "7342037359:AAFZehRPBRs8Seg40oDjTMIW8uTGPuW1zfQ";

it("writes to console and LOG_FILE at LOG_LEVEL, without secrets in fields, texts or errors", () => {
  const file = join(mkdtempSync(join(tmpdir(), "log-")), "logs", "app.log");
  const script = `
    const { logger } = await import("@/server/lib/logger");
    logger.info({ credentials: { token: "${token}" } }, "not shown at warn");
    logger.warn({ token: "very-secret-value", url: "https://x/bot${token}/getMe" }, "shown");
    logger.error(new Error("GET /bot${token}/getMe failed"));
    await new Promise((resolve) => setTimeout(resolve, 200));`;
  const printed = execFileSync("npx", ["tsx", "--input-type=module", "-e", script], {
    env: { ...process.env, LOG_LEVEL: "warn", LOG_FILE: file },
    encoding: "utf8",
  });
  const written = readFileSync(file, "utf8");
  for (const lines of [printed, written]) {
    expect(lines).toContain("shown");
    expect(lines).toContain("getMe failed");
    expect(lines).not.toContain("not shown at warn");
    expect(lines).not.toContain("AAFZehRPBRs8");
    expect(lines).not.toContain("very-secret-value");
  }
}, 20_000);
