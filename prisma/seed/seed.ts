import { openSetupCode } from "@/server/domain/workspaces/setup-code";
import { closeDb } from "@/server/lib/db";
import { appUrl, env } from "@/server/lib/env";
import { seedDatabase } from "./seed-database";

// The start's last step before web and bots: DATABASE_URL is set and migrated.
const problems = await seedDatabase(env, process.cwd());
const setupCode = problems && (await openSetupCode());
await closeDb();
if (setupCode)
  process.stdout.write(
    `Setup code: ${setupCode} (register with it at ${appUrl}/register to own the bot's workspace)\n`,
  );
for (const problem of problems ?? []) process.stderr.write(`${problem}\n`);
if (problems === null) {
  process.stderr.write(
    `The encryption keys of this database are missing: restore secrets.json in ${env.DATA_DIR}, or name the keys it was made with in ENCRYPTION_KEYS.\n`,
  );
  process.exitCode = 1;
}
