import { rotateKeys } from "@/server/domain/workspaces/rotate-keys";
import { closeDb } from "@/server/lib/db";
import { env } from "@/server/lib/env";

// npm run keys:rotate: may run while the product works; broken off, run it again.
const say = (line: string) => process.stdout.write(`${line}\n`);
say("Sealing every secret of the database anew; this takes half a minute or more …");
const rotation = await rotateKeys();
if (rotation.ok) {
  say(`${rotation.resealed} secrets were sealed anew; nothing is sealed by an older key any more.`);
  say(
    rotation.keys === "generated"
      ? `The new key stands in ${env.DATA_DIR}/secrets.json: keep a copy of the file. Backups made before need the copy from before.`
      : "You may take the older keys out of ENCRYPTION_KEYS and restart. Backups made before still need them.",
  );
} else {
  process.exitCode = 1;
  if (rotation.reason === "running") say("Nothing was changed: another rotation is at work.");
  else if (rotation.reason === "keys_missing")
    say(
      "Nothing was changed: this database was sealed with keys that are not here (ENCRYPTION_KEYS, DATA_DIR).",
    );
  else
    say(
      `${rotation.resealed} secrets were sealed anew, but these could not be opened, so the older keys stay: ${rotation.unreadable.join(", ")}.`,
    );
}
await closeDb();
// The connection that held the lock ends with the process.
process.exit();
