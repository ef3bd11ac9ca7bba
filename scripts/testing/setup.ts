import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { format } from "node:util";
import { afterAll, afterEach } from "vitest";

// Every test file: an empty DATA_DIR, and console.error fails the test during which it was called. Files that share a
// process have one DATA_DIR after another, for its name is read but once.
const shared = globalThis as { testDataDir?: string };
shared.testDataDir ??= mkdtempSync(join(tmpdir(), "assistchat-test-"));
const dataDir = shared.testDataDir;
mkdirSync(dataDir, { recursive: true });
process.env.DATA_DIR = dataDir;

const complaints: string[] = [];
console.error = (...args: unknown[]) => {
  complaints.push(format(...args));
};

function failOnComplaints(): void {
  if (complaints.length > 0) throw new Error(`console.error was called:\n${complaints.splice(0).join("\n")}`);
}

afterEach(failOnComplaints);
afterAll(() => {
  rmSync(dataDir, { recursive: true, force: true });
  failOnComplaints();
});
