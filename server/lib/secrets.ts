import { createHash, randomBytes, randomUUID } from "node:crypto";
import {
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** What `secrets.json` holds; fields that older versions did not write have their defaults. */
export const secretsSchema = z.object({
  authSecret: z.string(),
  encryptionKey: z.string(),
  encryptionKeyId: z.string().default("data-dir"),
  /** Keys that may have sealed something that was not sealed anew yet; see `npm run keys:rotate`. */
  olderEncryptionKeys: z.array(z.object({ id: z.string(), key: z.string() })).default([]),
  databasePassword: z.string(),
  demoBotToken: z.string(),
  demoKchatToken: z.string().default(""),
  demoPassword: z.string(),
  consoleKey: z.string(),
});

/** Keys made for this installation; they never leave DATA_DIR. */
export type Secrets = z.infer<typeof secretsSchema>;

const demoBotId = 7000000001;

/**
 * The installation's secrets, made on first use in `<dataDir>/secrets.json` (mode 0600). Two processes that start
 * at once get the same ones.
 */
export function ensureSecrets(dataDir: string): Secrets {
  const path = secretsPath(dataDir);
  if (!existsSync(path)) {
    mkdirSync(dataDir, { recursive: true });
    const draft = join(dataDir, `.secrets-${randomUUID()}`);
    writeFileSync(draft, JSON.stringify(makeSecrets(), null, 2), { mode: 0o600 });
    try {
      // A hard link fails when the file exists, so the first of two writers wins.
      linkSync(draft, path);
    } catch (error) {
      if (!existsSync(path)) throw error;
    } finally {
      rmSync(draft, { force: true });
    }
  }
  return readSecrets(dataDir);
}

/** The secrets that stand there; what older versions did not make is made, the same by whoever is first. */
function readSecrets(dataDir: string): Secrets {
  const read = secretsSchema.parse(JSON.parse(readFileSync(secretsPath(dataDir), "utf8")));
  if (read.demoKchatToken) return read;
  const secrets = { ...read, demoKchatToken: kchatTokenFrom(read.consoleKey) };
  replaceSecrets(dataDir, secrets);
  return secrets;
}

/** A token in the form of KChat's, `BOT-<uuid>-<uuid>-<ms>-<uuid>`, always the same for a seed. */
function kchatTokenFrom(seed: string): string {
  const uuid = (part: string) =>
    createHash("sha256")
      .update(`demo kchat ${part} ${seed}`)
      .digest("hex")
      .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, "$1-$2-$3-$4-$5");
  return `BOT-${uuid("bot")}-${uuid("owner")}-1767225600000-${uuid("secret")}`;
}

/** Where an installation's secrets stand. */
export function secretsPath(dataDir: string): string {
  return join(dataDir, "secrets.json");
}

/**
 * Puts a new encryption key in front of those in `secrets.json`; while older ones stand there it changes nothing. Whoever
 * reads the file meanwhile finds it whole.
 */
export function addEncryptionKey(dataDir: string): void {
  const secrets = ensureSecrets(dataDir);
  if (secrets.olderEncryptionKeys.length > 0) return;
  replaceSecrets(dataDir, {
    ...secrets,
    encryptionKey: randomBytes(32).toString("base64"),
    encryptionKeyId: `k${randomBytes(6).toString("hex")}`,
    olderEncryptionKeys: [{ id: secrets.encryptionKeyId, key: secrets.encryptionKey }],
  });
}

/** Forgets all encryption keys but the newest. */
export function dropOlderEncryptionKeys(dataDir: string): void {
  replaceSecrets(dataDir, { ...ensureSecrets(dataDir), olderEncryptionKeys: [] });
}

function replaceSecrets(dataDir: string, secrets: Secrets): void {
  const draft = join(dataDir, `.secrets-${randomUUID()}`);
  writeFileSync(draft, JSON.stringify(secrets, null, 2), { mode: 0o600, flush: true });
  // As root for the owner of the folder: the product's own user must be able to read it afterwards.
  const { uid, gid } = statSync(secretsPath(dataDir));
  chownSync(draft, uid, gid);
  renameSync(draft, secretsPath(dataDir));
}

function makeSecrets(): Secrets {
  const consoleKey = randomBytes(18).toString("base64url");
  return {
    authSecret: randomBytes(32).toString("base64url"),
    encryptionKey: randomBytes(32).toString("base64"),
    encryptionKeyId: "data-dir",
    olderEncryptionKeys: [],
    databasePassword: randomBytes(24).toString("base64url"),
    demoBotToken: `${demoBotId}:${randomBytes(26).toString("base64url").slice(0, 35)}`,
    demoPassword: randomBytes(9).toString("base64url"),
    demoKchatToken: kchatTokenFrom(consoleKey),
    consoleKey,
  };
}
