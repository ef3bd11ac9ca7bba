import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type LoadedSources, loadSources } from "@/server/domain/knowledge/load-sources";
import { readOrganisers, seedOrganisers } from "@/server/domain/meetings/seed-organisers";
import { meetingFile } from "@/server/domain/meetings/texts/meeting-file";
import { checkEncryptionKeys } from "@/server/domain/workspaces/check-encryption-keys";
import { ensureDemoWorkspace } from "@/server/domain/workspaces/ensure-demo-workspace";
import { ensureEnvironmentWorkspace } from "@/server/domain/workspaces/ensure-environment-workspace";
import { switchDemoOff } from "@/server/domain/workspaces/switch-demo-off";
import { transaction } from "@/server/lib/db";
import type { env } from "@/server/lib/env";
import { ensureSecrets } from "@/server/lib/secrets";

export type SeedSettings = Pick<
  typeof env,
  | "DATA_DIR"
  | "DEMO"
  | "DEMO_EMAIL"
  | "DEMO_PASSWORD"
  | "TELEGRAM_BOT_TOKEN"
  | "MANAGER_GROUP_CHAT_ID"
  | "ADMIN_USER_ID"
  | "BOT_TOKEN"
  | "HEALTH_CHECK_GROUP_ID"
  | "HEALTH_CHECK_WORKSPACE_ID"
  | "HUB_API_KEY"
  | "MEETING_ADMINS"
  | "MEETING_ADMINS_FILE"
>;

/** Any number that nothing else locks by: seeds that start together run one after another. */
const LOCK = 5_023_115;

/**
 * Brings the database to what every installation starts with; safe to repeat. Returns one line for each thing that
 * could not be used, or null when the encryption keys are not those of this database (nothing was changed then).
 */
export async function seedDatabase(settings: SeedSettings, workingFolder: string): Promise<string[] | null> {
  const secrets = ensureSecrets(settings.DATA_DIR);
  const demo = loadDemoKnowledge();
  const own = loadOwnKnowledge(settings.DATA_DIR, workingFolder);
  const texts = meetingFile(workingFolder);
  const named = readOrganisers(
    { list: settings.MEETING_ADMINS, file: settings.MEETING_ADMINS_FILE },
    workingFolder,
  );
  return transaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(${LOCK}::bigint)`;
    if (!(await checkEncryptionKeys(tx))) return null;
    const demoProblems = settings.DEMO
      ? await ensureDemoWorkspace(tx, {
          email: settings.DEMO_EMAIL,
          password: settings.DEMO_PASSWORD ?? secrets.demoPassword,
          botToken: secrets.demoBotToken,
          kchatToken: secrets.demoKchatToken,
          sources: demo.sources,
        })
      : await switchDemoOff(tx).then(() => []);
    const bot = settings.TELEGRAM_BOT_TOKEN && {
      token: settings.TELEGRAM_BOT_TOKEN,
      managerGroupId: settings.MANAGER_GROUP_CHAT_ID ?? null,
      adminIds: settings.ADMIN_USER_ID?.split(",").map((id) => id.trim()) ?? [],
    };
    const environmentProblems = await ensureEnvironmentWorkspace(tx, {
      bot: bot || null,
      kchat: settings.BOT_TOKEN
        ? { token: settings.BOT_TOKEN, healthCheckChat: healthCheckChat(settings) }
        : null,
      hasHubKey: settings.HUB_API_KEY !== undefined,
      sources: own.sources,
    });
    return [
      ...demo.problems,
      ...own.problems,
      ...texts.problems,
      ...demoProblems,
      ...environmentProblems,
      ...(await seedOrganisers(tx, named)),
    ];
  });
}

function healthCheckChat({ HEALTH_CHECK_GROUP_ID: groupId, HEALTH_CHECK_WORKSPACE_ID }: SeedSettings) {
  return groupId ? `${HEALTH_CHECK_WORKSPACE_ID}:${groupId}` : null;
}

function loadDemoKnowledge(): LoadedSources {
  const folder = fileURLToPath(new URL("knowledge", import.meta.url));
  const parts = ["en", "ru"].map((language) => {
    const { sources, problems } = loadSources(join(folder, language), `demo/${language}`);
    return { sources: sources.map((source) => ({ ...source, language, fixedLanguage: true })), problems };
  });
  return merge(parts);
}

/** company_context.txt of the working folder or else of DATA_DIR, and DATA_DIR/knowledge. */
function loadOwnKnowledge(dataDir: string, workingFolder: string): LoadedSources {
  const name = "company_context.txt";
  const here = loadSources(join(workingFolder, name), name);
  const nothingHere = here.sources.length === 0 && here.problems.length === 0;
  return merge([
    nothingHere ? loadSources(join(dataDir, name), name) : here,
    loadSources(join(dataDir, "knowledge"), "knowledge"),
  ]);
}

function merge(parts: LoadedSources[]): LoadedSources {
  return {
    sources: parts.flatMap(({ sources }) => sources),
    problems: parts.flatMap(({ problems }) => problems),
  };
}
