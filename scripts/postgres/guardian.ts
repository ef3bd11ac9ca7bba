import { existsSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { clusterFolder } from "./cluster-folder";
import { liveHolders } from "./live-holders";
import { postgresUser } from "./postgres-user";
import { stopPostmaster } from "./stop-postmaster";
import { withFileLock } from "./with-file-lock";

// Watches over one embedded PostgreSQL: stops it when the last process that needs it is gone, killed ones included.
const path = process.argv[2];
if (path === undefined) throw new Error("usage: guardian.ts <folder of the embedded PostgreSQL>");
// A terminal's Ctrl-C or hang-up is for the holders; this ends after them.
for (const signal of ["SIGINT", "SIGHUP", "SIGTERM"] as const) process.on(signal, () => undefined);

const folder = clusterFolder(path, postgresUser());
let over = false;
while (!over) {
  await sleep(500);
  if (!existsSync(folder.holders)) break;
  if (liveHolders(folder.holders) > 0) continue;
  over = await withFileLock(folder.lock, async () => {
    if (liveHolders(folder.holders) > 0) return false;
    await stopPostmaster(folder.cluster);
    return true;
  });
}
