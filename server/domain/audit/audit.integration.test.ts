import { buffer } from "node:stream/consumers";
import { beforeEach, expect, test } from "vitest";
import { join, makeFirm } from "@/scripts/testing/firm";
import { renameWorkspace } from "@/server/domain/workspaces/rename-workspace";
import type { MemberActor } from "@/server/lib/actor";
import { db, transaction } from "@/server/lib/db";
import { exportAudit } from "./export-audit";
import { listAudit } from "./queries";
import { recordAudit } from "./record-audit";
import { listAuditInput } from "./schema";

let firm: number;
let owner: MemberActor;
const all = listAuditInput.parse({});

beforeEach(async () => {
  await db.workspace.deleteMany();
  firm = await makeFirm("Firm");
  owner = await join(firm, "Olga", "owner");
});

const at = (createdAt: string, change: object = {}) =>
  db.auditEntry.create({
    data: {
      workspaceId: firm,
      actorKind: "member",
      actorName: "Olga",
      action: "bot.started",
      createdAt,
      ...change,
    },
  });

test("a rename stands in the log with who, what and from where, once", async () => {
  await Promise.all([1, 2].map(() => renameWorkspace(owner, { name: "Firma" })));
  const { entries } = await listAudit(owner, all);
  expect(entries).toMatchObject([
    {
      actorName: "Olga",
      action: "workspace.renamed",
      targetName: "Firma",
      details: { from: "Firm", to: "Firma" },
      ip: "203.0.113.7",
      userAgent: "Browser",
    },
  ]);
  const manager = await join(firm, "Mara", "manager");
  await expect(renameWorkspace(manager, { name: "Mine" })).rejects.toMatchObject({ reason: "role" });
  await expect(listAudit(manager, all)).rejects.toMatchObject({ reason: "role" });
  expect(() => exportAudit(manager, all)).toThrow(expect.objectContaining({ reason: "role" }));
  const stranger = await join(await makeFirm("Other"), "Stan", "owner");
  expect((await listAudit(stranger, all)).entries).toEqual([]);
});

test("filters by kind, name and days of the workspace's zone; pages by key", async () => {
  // Kathmandu is 5:45 ahead: its 21 November begins at 18:15Z the day before.
  await at("2026-11-20T18:14:59Z");
  await at("2026-11-20T18:15:00Z", { actorName: "Adam", action: "bot.stopped" });
  await at("2026-11-21T18:14:59Z", { targetName: "Adam's key", action: "api_key.created" });
  await at("2026-11-21T18:15:00Z");
  const names = async (change: object) =>
    (await listAudit(owner, { ...all, ...change })).entries.map(({ action }) => action);
  expect(await names({ from: "2026-11-21", to: "2026-11-21" })).toEqual(["api_key.created", "bot.stopped"]);
  expect(await names({ search: "adam" })).toEqual(["api_key.created", "bot.stopped"]);
  expect(await names({ actions: ["bot.stopped"] })).toEqual(["bot.stopped"]);
  const first = await listAudit(owner, { ...all, limit: 3 });
  const second = await listAudit(owner, { ...all, limit: 3, cursor: first.next ?? undefined });
  expect([first.entries.length, second.entries.length, second.next]).toEqual([3, 1, null]);
});

test("the CSV has every entry and no formula", async () => {
  for (let each = 0; each < 205; each += 1) await at("2026-11-21T00:00:00Z");
  await at("2026-11-21T00:00:01Z", { actorName: '=HYPERLINK("x")' });
  const text = (await buffer(exportAudit(owner, all))).toString("utf8");
  const lines = text.trim().split("\r\n");
  expect(lines).toHaveLength(207);
  expect(lines[1]).toContain(`"'=HYPERLINK(""x"")"`);
});

test("a manager who acts on a channel is named as the member they are, once they are linked", async () => {
  const contact = await db.contact.create({
    data: { workspaceId: firm, provider: "telegram", externalId: "81", firstName: "Оля", role: "manager" },
  });
  const staff = {
    kind: "staff-contact",
    workspaceId: firm,
    resourceId: 1,
    contactId: contact.id,
    role: "manager",
  } as const;
  await transaction((tx) => recordAudit(tx, staff, { action: "conversation.closed" }));
  await db.memberIdentity.create({
    data: { workspaceId: firm, provider: "telegram", externalId: "81", userId: owner.userId, name: "Оля" },
  });
  await transaction((tx) => recordAudit(tx, staff, { action: "conversation.closed" }));
  expect((await listAudit(owner, all)).entries.map(({ actorName }) => actorName)).toEqual(["Olga", "Оля"]);
});
