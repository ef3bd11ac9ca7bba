import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { format } from "node:util";
import { afterAll, afterEach } from "vitest";

// Every test file: a DATA_DIR of its own, and console.error fails the test during which it was called.
const dataDir = mkdtempSync(join(tmpdir(), "assistchat-test-"));
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
