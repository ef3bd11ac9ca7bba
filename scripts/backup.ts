import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { env } from "@/server/lib/env";
import { ensureSecrets } from "@/server/lib/secrets";
import { storage } from "@/server/storage/chosen-storage";
import { describeSize } from "./backup/describe-size";
import { makeBackup } from "./backup/make-backup";
import type { PackedKeys } from "./backup/manifest";
import { Refusal } from "./backup/refusal";
import { productDatabase } from "./postgres/product-database";

// npm run backup [-- --out <path>] [--with-keys]: may run while the product works.
const say = (line: string) => process.stdout.write(`${line}\n`);
const { values } = parseArgs({ options: { out: { type: "string" }, "with-keys": { type: "boolean" } } });
const withKeys = values["with-keys"] ?? false;
const stamp = new Date().toISOString().slice(0, 19).replace("T", "-").replaceAll(":", "");
const out = resolve(values.out ?? join(env.DATA_DIR, "backups", `assistchat-${stamp}.tar.gz`));

function packKeys(): PackedKeys {
  return {
    secrets: ensureSecrets(env.DATA_DIR),
    ENCRYPTION_KEYS: env.ENCRYPTION_KEYS,
    AUTH_SECRET: env.AUTH_SECRET,
  };
}

const database = await productDatabase(env);
try {
  const made = await makeBackup({
    databaseUrl: database.url,
    storage,
    dataDir: env.DATA_DIR,
    workingFolder: process.cwd(),
    out,
    keys: withKeys ? packKeys() : null,
  });
  say(`Backup: ${out} (${describeSize(made.sizeBytes)})`);
  say(`Database: ${made.tables} tables, ${made.rows} rows, ${made.jobs} waiting jobs.`);
  say(`Files: ${made.files.count} (${describeSize(made.files.bytes)}); texts: ${made.texts}.`);
  if (made.missing.length > 0)
    say(
      `Missing: ${made.missing.length} files of the database were not in the storage, e.g. ${made.missing[0]}.`,
    );
  say(
    withKeys
      ? "Keys: inside. Whoever has this file can open the sealed bot tokens: keep it as you keep passwords."
      : `Keys: left out. Keep ${join(env.DATA_DIR, "secrets.json")} (or ENCRYPTION_KEYS and AUTH_SECRET) elsewhere: a restore needs them.`,
  );
} catch (error) {
  const known = error instanceof Refusal || (error instanceof Error && "code" in error);
  if (!known) throw error;
  process.stderr.write(`No backup was made: ${error.message}\n`);
  process.exitCode = 1;
} finally {
  await database.release();
}
process.exit();
