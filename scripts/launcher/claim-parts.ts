import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { isRunning } from "../postgres/is-running";
import { ownIdentity } from "../postgres/own-identity";
import { readJsonFile } from "../postgres/read-json-file";
import { withFileLock } from "../postgres/with-file-lock";
import type { PartName } from "./parts";

const claimSchema = z.object({ pid: z.number(), startedAt: z.string(), url: z.string() });

type Claim = { ok: true; release: () => void } | { ok: false; part: PartName; pid: number; url: string };

/** Notes in DATA_DIR that this process runs those parts there, unless another running one does. */
export async function claimParts(dataDir: string, parts: PartName[], url: string): Promise<Claim> {
  const folder = join(dataDir, "run");
  mkdirSync(folder, { recursive: true });
  const files = parts.map((part) => ({ part, path: join(folder, `${part}.json`) }));
  return withFileLock(join(folder, "lock"), async () => {
    for (const { part, path } of files) {
      const claim = readJsonFile(path, claimSchema);
      if (claim && isRunning(claim)) return { ok: false, part, pid: claim.pid, url: claim.url };
    }
    for (const { path } of files) writeFileSync(path, JSON.stringify({ ...ownIdentity(), url }));
    return {
      ok: true,
      release: () => {
        for (const { path } of files) rmSync(path, { force: true });
      },
    };
  });
}
