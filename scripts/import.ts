import { parseArgs } from "node:util";
import { openSource } from "@/server/domain/messages/import/open-source";
import { type ImportProgress, runImport } from "@/server/domain/messages/import/run-import";
import { closeDb } from "@/server/lib/db";

// npm run import -- --from <postgres://… | result.json> [--workspace <id>] [--resource <id>]; broken off, run it again.
const say = (line: string) => process.stdout.write(`${line}\n`);
const usage =
  "Usage: npm run import -- --from <postgres://… or result.json> [--workspace <id>] [--resource <id>]";

function readArguments(): { from: string; workspaceId?: number; resourceId?: number } | null {
  try {
    const { values } = parseArgs({
      options: { from: { type: "string" }, workspace: { type: "string" }, resource: { type: "string" } },
    });
    const { from, workspace, resource } = values;
    const isId = (text: string | undefined) => text === undefined || /^[1-9]\d{0,8}$/.test(text);
    if (!from || !isId(workspace) || !isId(resource)) return null;
    return {
      from,
      ...(workspace && { workspaceId: Number(workspace) }),
      ...(resource && { resourceId: Number(resource) }),
    };
  } catch {
    return null;
  }
}

const barWidth = 30;
const startedAt = Date.now();
let toldShare = 0;

/** One line that is drawn over on a terminal; elsewhere a line at each tenth. */
function show({ what, share, imported, bad }: ImportProgress): void {
  const seconds = (Date.now() - startedAt) / 1000;
  const left = share > 0.01 ? ` · ${Math.ceil((seconds / share) * (1 - share))} s left` : "";
  const line = `${String(Math.floor(share * 100)).padStart(3)} % · ${imported} new${bad > 0 ? ` · ${bad} bad` : ""}${left} · ${what}`;
  if (process.stdout.isTTY) {
    const full = Math.round(share * barWidth);
    const drawn = `${"█".repeat(full)}${"░".repeat(barWidth - full)} ${line}`;
    process.stdout.write(`\r\x1b[K${drawn.slice(0, Math.max(20, process.stdout.columns - 1))}`);
  } else if (share - toldShare >= 0.1 || share === 1) {
    toldShare = share;
    say(line);
  }
}

async function main(): Promise<boolean> {
  const asked = readArguments();
  if (!asked) {
    say(usage);
    return false;
  }
  const opened = await openSource(asked.from);
  if (!opened.ok) {
    say(`The source cannot be read: ${opened.reason}`);
    return false;
  }
  const outcome = await runImport(opened.source, asked, show).finally(opened.source.close);
  if (process.stdout.isTTY) process.stdout.write("\r\x1b[K");
  if (!outcome.ok) {
    say(outcome.reason);
    return false;
  }
  for (const { where, why } of outcome.named) say(`Passed over: ${where}: ${why}`);
  const { imported, bad, resumed } = outcome;
  if (bad > outcome.named.length) say(`… and ${bad - outcome.named.length} more.`);
  if (resumed) say("Went on where the run before was cut off.");
  say(JSON.stringify({ imported, bad, resumed, seconds: Math.round((Date.now() - startedAt) / 1000) }));
  return true;
}

try {
  if (!(await main())) process.exitCode = 1;
} catch (error) {
  process.exitCode = 1;
  say(
    `\nThe import stopped: ${error instanceof Error ? error.message : error}. Run it again: it goes on from there.`,
  );
}
await closeDb();
// The connection that held the lock ends with the process.
process.exit();
