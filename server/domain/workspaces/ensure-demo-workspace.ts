import type { FileSource } from "@/server/domain/knowledge/save-source";
import { syncFileSources } from "@/server/domain/knowledge/sync-file-sources";
import { ensureTelegramResource } from "@/server/domain/resources/ensure-telegram-resource";
import type { Tx } from "@/server/lib/db";
import { demoCast } from "./demo-cast";
import { ensureDemoGroup } from "./ensure-demo-group";
import { ensureDemoOwner } from "./ensure-demo-owner";
import { installationFact } from "./installation-fact";

/** The demo firm with its login, simulated bot, managers and knowledge, made or brought up to date; returns problems. */
export async function ensureDemoWorkspace(
  tx: Tx,
  given: { email: string; password: string; botToken: string; sources: FileSource[] },
): Promise<string[]> {
  const { workspace, bot, managersGroup, managers } = demoCast;
  const found = await tx.workspace.findFirst({ where: { origin: "demo" }, select: { id: true } });
  const { id } = found ?? (await tx.workspace.create({ data: { ...workspace, origin: "demo" } }));

  const login = { email: given.email, password: given.password, name: `${workspace.name} (demo)` };
  const owner = await ensureDemoOwner(tx, id, login);
  const wasOff = (await installationFact.read(tx, "demo_off")) !== null;
  if (wasOff) {
    await tx.resource.updateMany({
      where: { workspaceId: id, world: "simulator", state: "paused" },
      data: { state: "active" },
    });
    await installationFact.write(tx, "demo_off", null);
  }
  const resource = await ensureTelegramResource(tx, {
    workspaceId: id,
    name: bot.firstName,
    world: "simulator",
    token: given.botToken,
    settings: {
      managerGroupIds: [String(managersGroup.id)],
      adminIds: managers.filter(({ role }) => role === "admin").map((manager) => String(manager.id)),
    },
    account: { username: bot.username, name: bot.firstName },
    wake: false,
  });
  await tx.contact.createMany({
    // Roles that were changed since (/addmanager, /removemanager) stay as they are.
    skipDuplicates: true,
    data: managers.map(({ id: externalId, ...person }) => ({
      ...person,
      workspaceId: id,
      provider: "telegram",
      externalId: String(externalId),
      roleByHand: true,
    })),
  });
  if (resource.ok) await ensureDemoGroup(tx, id, resource.resourceId);
  await syncFileSources(tx, id, given.sources);
  return [
    ...(owner.ok ? [] : [`DEMO_EMAIL should be an address no account has yet: ${given.email} is taken.`]),
    ...(resource.ok ? [] : ["The demo's bot is connected in another workspace, so the demo has none."]),
  ];
}
