// The container's entry: `web`, `bots`, `migrate`, `backup`, `restore`, `keys-rotate` or `healthy`. Nothing is installed, generated or
// built here; the image holds it all. The program runs in this very process, so that signals reach it.
import { stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const PROGRAMS = {
  web: "./web.ts",
  bots: "../bots/main.ts",
  migrate: "../prisma/prepare.ts",
  backup: "./backup.ts",
  restore: "./restore.ts",
  "keys-rotate": "./keys-rotate.ts",
};
/** Touched while web or bots have a running event loop; tells `healthy` which of the two lives here. */
const pulseOf = (name) => join(tmpdir(), `assistchat-${name}.pulse`);
const PULSE_MS = 5_000;

function stop(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

async function keepPulse(name) {
  await writeFile(pulseOf(name), String(process.pid));
  setInterval(() => {
    const now = new Date();
    // A full disk must not end the product; a pulse that stops is noticed by `healthy`.
    utimes(pulseOf(name), now, now).catch(() => undefined);
  }, PULSE_MS).unref();
}

async function isHealthy() {
  for (const name of ["web", "bots"]) {
    const pulse = await stat(pulseOf(name)).catch(() => null);
    if (!pulse) continue;
    if (Date.now() - pulse.mtimeMs > 6 * PULSE_MS) return false;
    if (name === "bots") return true;
    const address = `http://127.0.0.1:${process.env.PORT || "3000"}/api/health`;
    return (await fetch(address, { signal: AbortSignal.timeout(8_000) })).ok;
  }
  return false;
}

const [name = "web"] = process.argv.splice(2, 1);
process.chdir(fileURLToPath(new URL("..", import.meta.url)));
if (name === "healthy") process.exit((await isHealthy().catch(() => false)) ? 0 : 1);
const program = Object.hasOwn(PROGRAMS, name) ? PROGRAMS[name] : null;
if (!program) stop(`Unknown command "${name}": it should be one of ${Object.keys(PROGRAMS).join(", ")}.`);

process.env.NODE_ENV ||= "production";
process.env.NEXT_TELEMETRY_DISABLED = "1";
// After chdir: it reads tsconfig.json from the working folder.
await import("tsx");
const { env } = await import("../server/lib/env.ts");
if (!env.DATABASE_URL) stop("DATABASE_URL is not set: in containers the database is one of its own.");
if (name === "web" || name === "bots") await keepPulse(name);
await import(program);
