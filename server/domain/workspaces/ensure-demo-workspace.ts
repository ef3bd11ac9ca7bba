import type { FileSource } from "@/server/domain/knowledge/save-source";
import { syncFileSources } from "@/server/domain/knowledge/sync-file-sources";
import { ensureResource } from "@/server/domain/resources/ensure-resource";
import type { Tx } from "@/server/lib/db";
import { demoCast } from "./demo-cast";
import { demoKchat } from "./demo-kchat";
import { ensureDemoGroup } from "./ensure-demo-group";
import { ensureDemoOwner } from "./ensure-demo-owner";
import { installationFact } from "./installation-fact";

/** The demo firm with its login, simulated bots, managers and knowledge, made or brought up to date; returns problems. */
export async function ensureDemoWorkspace(
  tx: Tx,
  given: {
    email: string;
    password: string;
    botToken: string;
    kchatToken: string;
    sources: FileSource[];
  },
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
  const resource = await ensureResource(tx, {
    workspaceId: id,
    provider: "telegram",
    name: bot.firstName,
    world: "simulator",
    accountId: String(bot.id),
    credentials: { token: given.botToken },
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
  await tx.meetingPerson.createMany({
    // Who was told no longer to organise stays so.
    skipDuplicates: true,
    data: demoKchat.people
      .filter(({ isOrganiser }) => isOrganiser)
      .map(({ lastName, firstName, middleName, email, phone }) => ({
        workspaceId: id,
        fullName: `${lastName} ${firstName} ${middleName}`,
        email,
        phone: phone.replace(/\D/g, ""),
        isOrganiser: true,
      })),
  });
  const kchat = await ensureResource(tx, {
    workspaceId: id,
    provider: "kchat",
    name: demoKchat.bot.name,
    world: "simulator",
    accountId: demoKchat.bot.id,
    credentials: { token: given.kchatToken },
    settings: { healthCheckGroupId: `-1:${demoKchat.group.id}` },
    account: { name: demoKchat.bot.name },
    wake: false,
  });
  if (resource.ok) await ensureDemoGroup(tx, id, resource.resourceId);
  await syncFileSources(tx, id, given.sources);
  return [
    ...(owner.ok ? [] : [`DEMO_EMAIL should be an address no account has yet: ${given.email} is taken.`]),
    ...(resource.ok && kchat.ok
      ? []
      : ["A bot of the demo is connected in another workspace, so the demo lacks it."]),
  ];
}
