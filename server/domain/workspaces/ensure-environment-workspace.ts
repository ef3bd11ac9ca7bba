import { z } from "zod";
import type { FileSource } from "@/server/domain/knowledge/save-source";
import { syncFileSources } from "@/server/domain/knowledge/sync-file-sources";
import { ensureResource } from "@/server/domain/resources/ensure-resource";
import type { Tx } from "@/server/lib/db";
import { installationFact } from "./installation-fact";

/** What the environment says about the one bot it may describe. `managerGroupId` may name several groups, with commas. */
export type EnvironmentBot = { token: string; managerGroupId: string | null; adminIds: string[] };

/** `healthCheckChat`: the group in which it is looked whether the bot answers, as `<workspace>:<group>`. */
export type EnvironmentKchat = { token: string; healthCheckChat: string | null };

const rememberedSchema = z.object({
  resourceId: z.number(),
  managerGroupId: z.string().nullable(),
  adminIds: z.array(z.string()),
});

/** Firms that use KChat alone speak Russian, by Moscow's clock; the settings can say otherwise. */
const ofKchat = { locale: "ru", timeZone: "Europe/Moscow" };

/**
 * The workspace that the environment describes, with its bots and the texts of the installation's folders; it exists
 * once a bot or HUB_API_KEY was named. A bot no longer named is paused. Returns problems, one line each.
 */
export async function ensureEnvironmentWorkspace(
  tx: Tx,
  given: {
    bot: EnvironmentBot | null;
    kchat: EnvironmentKchat | null;
    hasHubKey: boolean;
    sources: FileSource[];
  },
): Promise<string[]> {
  const found = await tx.workspace.findFirst({ where: { origin: "environment" }, select: { id: true } });
  if (!found && !given.bot && !given.kchat && !given.hasHubKey) return [];
  const { id } =
    found ??
    (await tx.workspace.create({
      data: { name: "My company", origin: "environment", ...(given.kchat && !given.bot && ofKchat) },
    }));
  const problems = await ensureBot(tx, id, given.bot);
  await ensureKchat(tx, id, given.kchat);
  await syncFileSources(tx, id, given.sources);
  return problems;
}

async function ensureBot(tx: Tx, workspaceId: number, bot: EnvironmentBot | null): Promise<string[]> {
  const fact = await installationFact.read(tx, "environment_telegram");
  const remembered = fact === null ? null : rememberedSchema.parse(JSON.parse(fact));
  const pauseRemembered = () =>
    tx.resource.updateMany({
      where: { id: remembered?.resourceId ?? 0, workspaceId, state: { in: ["active", "error"] } },
      data: { state: "paused" },
    });
  if (!bot) {
    await pauseRemembered();
    await installationFact.write(tx, "environment_telegram", null);
    return [];
  }
  const { token, managerGroupId, adminIds } = bot;
  // What has not changed in the environment must not undo what changed since: a group that got a new id, for one.
  const sameGroup = remembered !== null && remembered.managerGroupId === managerGroupId;
  const sameAdmins = remembered !== null && remembered.adminIds.join() === adminIds.join();
  const ensured = await ensureResource(tx, {
    workspaceId,
    provider: "telegram",
    name: "Telegram",
    world: "service",
    accountId: token.split(":")[0] ?? "",
    credentials: { token },
    settings: {
      ...(!sameGroup && { managerGroupIds: managerGroupId?.split(",").map((id) => id.trim()) ?? [] }),
      ...(!sameAdmins && { adminIds }),
    },
    wake: remembered === null,
  });
  if (!ensured.ok) {
    return ["The bot of TELEGRAM_BOT_TOKEN is connected in another workspace already; it stays there."];
  }
  const { resourceId } = ensured;
  if (remembered && remembered.resourceId !== resourceId) await pauseRemembered();
  await installationFact.write(
    tx,
    "environment_telegram",
    JSON.stringify({ resourceId, managerGroupId, adminIds }),
  );
  return [];
}

const rememberedKchatSchema = z.object({
  resourceId: z.number(),
  healthCheckChat: z.string().nullable(),
  isNamed: z.boolean(),
});

/** One KChat bot; a new token is that of the same bot renewed, until a live look tells otherwise. */
async function ensureKchat(tx: Tx, workspaceId: number, kchat: EnvironmentKchat | null): Promise<void> {
  const fact = await installationFact.read(tx, "environment_kchat");
  const remembered = fact === null ? null : rememberedKchatSchema.parse(JSON.parse(fact));
  const remember = (what: z.infer<typeof rememberedKchatSchema>) =>
    installationFact.write(tx, "environment_kchat", JSON.stringify(what));
  if (!kchat) {
    if (!remembered?.isNamed) return;
    await tx.resource.updateMany({
      where: { id: remembered.resourceId, workspaceId, state: { in: ["active", "error"] } },
      data: { state: "paused" },
    });
    // Only a live look could tell that the same bot is named again.
    return remember({ ...remembered, isNamed: false });
  }
  const { token, healthCheckChat } = kchat;
  const ensured = await ensureResource(tx, {
    workspaceId,
    provider: "kchat",
    name: "KChat",
    world: "service",
    accountId: `token ${token}`,
    credentials: { token },
    settings: {
      ...(remembered?.healthCheckChat !== healthCheckChat && { healthCheckGroupId: healthCheckChat ?? "" }),
    },
    wake: !remembered?.isNamed,
    resourceId: remembered?.resourceId,
  });
  if (!ensured.ok) return;
  await remember({ resourceId: ensured.resourceId, healthCheckChat, isNamed: true });
}
