import { randomBytes, randomUUID } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const secretsSchema = z.object({
  authSecret: z.string(),
  encryptionKey: z.string(),
  databasePassword: z.string(),
  demoBotToken: z.string(),
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
  const path = join(dataDir, "secrets.json");
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
  return secretsSchema.parse(JSON.parse(readFileSync(path, "utf8")));
}

function makeSecrets(): Secrets {
  return {
    authSecret: randomBytes(32).toString("base64url"),
    encryptionKey: randomBytes(32).toString("base64"),
    databasePassword: randomBytes(24).toString("base64url"),
    demoBotToken: `${demoBotId}:${randomBytes(26).toString("base64url").slice(0, 35)}`,
    demoPassword: randomBytes(9).toString("base64url"),
    consoleKey: randomBytes(18).toString("base64url"),
  };
}
