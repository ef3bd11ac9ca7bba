import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { readMigrations } from "@/prisma/schema-engine";
import { keyFingerprints } from "@/server/lib/crypto";
import { env } from "@/server/lib/env";
import { ensureSecrets } from "@/server/lib/secrets";
import { storage } from "@/server/storage/chosen-storage";
import { type CheckedBackup, checkBackup } from "./backup/check-backup";
import { describeSize } from "./backup/describe-size";
import { type PackedKeys, packedKeysSchema } from "./backup/manifest";
import { Refusal } from "./backup/refusal";
import { restoreBackup } from "./backup/restore-backup";
import { restoreKeys } from "./backup/restore-keys";
import { claimParts } from "./launcher/claim-parts";
import { productDatabase } from "./postgres/product-database";

// npm run restore -- <file> [--force] [--keys <secrets.json>]: only while web and bots are stopped.
const say = (line: string) => process.stdout.write(`${line}\n`);

function readKeys(path: string): PackedKeys {
  const parsed = packedKeysSchema.shape.secrets.safeParse(JSON.parse(readFileSync(path, "utf8")));
  if (!parsed.success) throw new Refusal(`${path} is no secrets.json.`);
  return { secrets: parsed.data };
}

/** The keys to put back; throws a Refusal when sealed bot tokens could not be opened after the restore. */
function keysFor({ manifest, keys }: CheckedBackup, given: string | undefined): PackedKeys | null {
  const found = given ? readKeys(given) : keys;
  if (found) return found;
  const here = keyFingerprints();
  if (manifest.keyFingerprints.every((fingerprint) => here.includes(fingerprint))) return null;
  throw new Refusal(
    "This backup has no keys in it, and those here are not its own: its bot tokens could not be opened. Name the old " +
      "secrets.json with --keys <path>, or set the old ENCRYPTION_KEYS, then restore again. Nothing was changed.",
  );
}

async function holdParts(): Promise<() => void> {
  ensureSecrets(env.DATA_DIR);
  const claim = await claimParts(env.DATA_DIR, ["web", "bots"], "a restore");
  if (claim.ok) return claim.release;
  throw new Refusal(`AssistChat (${claim.part}, process ${claim.pid}) is running: stop it, then restore.`);
}

async function restore(file: string, force: boolean, givenKeys: string | undefined): Promise<void> {
  say(`Reading ${file}…`);
  const checked = await checkBackup(file);
  const { manifest, totals } = checked;
  say(
    `Made ${manifest.createdAt}: ${manifest.tables.length} tables, ${totals.files.count} files ` +
      `(${describeSize(totals.files.bytes)}), keys ${manifest.withKeys ? "inside" : "left out"}.`,
  );
  const keys = keysFor(checked, givenKeys);
  const release = await holdParts();
  const database = await productDatabase(env).catch((error: unknown) => {
    release();
    throw error;
  });
  try {
    const known = readMigrations().migrationDirectories.map(({ path, migrationFile }) => {
      if (migrationFile.content.tag !== "ok") throw new Error(`The migration ${path} cannot be read`);
      return { name: path, script: migrationFile.content.value };
    });
    const options = {
      file,
      checked,
      databaseUrl: database.url,
      storage,
      dataDir: env.DATA_DIR,
      force,
      known,
    };
    const done = await restoreBackup(options);
    say(`Database: restored, ${totals.jobs.rows} waiting jobs go on with the next start.`);
    if (done.migrated.length > 0) say(`Migrated further: ${done.migrated.join(", ")}.`);
    say(
      `Files: ${done.files} put back; texts: ${done.texts.restored} put back, ${done.texts.kept} left as they are.`,
    );
    if (keys) for (const line of restoreKeys(env.DATA_DIR, keys)) say(line);
    if (env.DEMO)
      say(
        "The demo's simulated Telegram is not part of a backup: its chats stay as they are on this machine.",
      );
    say("Done: start web and bots again.");
  } finally {
    await database.release();
    release();
  }
}

try {
  const options = { force: { type: "boolean" }, keys: { type: "string" } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [file] = positionals;
  if (!file) throw new Refusal("Which backup? npm run restore -- <file> [--force] [--keys <secrets.json>]");
  await restore(resolve(file), values.force ?? false, values.keys);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
process.exit();
