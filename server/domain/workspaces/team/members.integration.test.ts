import { beforeEach, expect, test } from "vitest";
import { join, makeFirm } from "@/scripts/testing/firm";
import type { MemberActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import { changeRole } from "./change-role";
import { leaveWorkspace } from "./leave-workspace";
import { teamOf } from "./queries";
import { removeMember } from "./remove-member";
import { transferWorkspace } from "./transfer-workspace";

let firm: number;
let owner: MemberActor;
let admin: MemberActor;
let manager: MemberActor;
let stranger: MemberActor;

beforeEach(async () => {
  await db.workspace.deleteMany();
  firm = await makeFirm("Firm");
  owner = await join(firm, "Olga", "owner");
  admin = await join(firm, "Adam", "admin");
  manager = await join(firm, "Mara", "manager");
  stranger = await join(await makeFirm("Other"), "Stan", "owner");
});

const roleOf = async ({ userId }: MemberActor) =>
  (await db.member.findUnique({ where: { workspaceId_userId: { workspaceId: firm, userId } } }))?.role;
const audited = async () =>
  (await db.auditEntry.findMany({ where: { workspaceId: firm }, orderBy: { id: "asc" } })).map(
    ({ action, actorName, targetName, details }) => ({ action, actorName, targetName, details }),
  );

test("an admin changes roles below the owner's, once however often it is asked", async () => {
  const input = { userId: manager.userId, role: "director" } as const;
  const twice = await Promise.all([changeRole(admin, input), changeRole(admin, input)]);
  expect(twice).toEqual([{ ok: true }, { ok: true }]);
  expect(await roleOf(manager)).toBe("director");
  expect(await audited()).toEqual([
    {
      action: "member.role_changed",
      actorName: "Adam",
      targetName: "Mara",
      details: { from: "manager", to: "director" },
    },
  ]);
});

test("an admin neither touches owners nor makes any", async () => {
  const refused = { ok: false, reason: "owner_only" };
  expect(await changeRole(admin, { userId: owner.userId, role: "manager" })).toEqual(refused);
  expect(await changeRole(admin, { userId: manager.userId, role: "owner" })).toEqual(refused);
  expect(await changeRole(admin, { userId: admin.userId, role: "owner" })).toEqual(refused);
  expect(await removeMember(admin, { userId: owner.userId })).toEqual(refused);
  expect(await audited()).toEqual([]);
});

test("managers manage nobody, and nobody another firm's people", async () => {
  const input = { userId: admin.userId, role: "manager" } as const;
  await expect(changeRole(manager, input)).rejects.toMatchObject({ code: "forbidden", reason: "role" });
  await expect(removeMember(manager, input)).rejects.toMatchObject({ code: "forbidden" });
  await expect(transferWorkspace(admin, { ...input, confirm: "Firm" })).rejects.toMatchObject({
    code: "forbidden",
  });
  const unknown = { ok: false, reason: "unknown_member" };
  expect(await changeRole(stranger, input)).toEqual(unknown);
  expect(await removeMember(stranger, input)).toEqual(unknown);
  expect(await transferWorkspace(stranger, { ...input, confirm: "Other" })).toEqual(unknown);
  await expect(changeRole({ ...stranger, workspaceId: firm }, input)).rejects.toMatchObject({
    reason: "not_member",
  });
  expect((await teamOf(stranger)).members.map(({ name }) => name)).toEqual(["Stan"]);
});

test("the last owner stays, also when two go at once", async () => {
  const last = { ok: false, reason: "last_owner" };
  expect(await leaveWorkspace(owner)).toEqual(last);
  expect(await changeRole(owner, { userId: owner.userId, role: "admin" })).toEqual(last);
  for (let round = 0; round < 5; round += 1) {
    await db.member.updateMany({
      where: { workspaceId: firm, userId: admin.userId },
      data: { role: "owner" },
    });
    const second: MemberActor = { ...admin, role: "owner" };
    const results = await Promise.all([
      leaveWorkspace(owner),
      changeRole(second, { userId: admin.userId, role: "manager" }),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db.member.count({ where: { workspaceId: firm, role: "owner" } })).toBe(1);
    await db.member.upsert({
      where: { workspaceId_userId: { workspaceId: firm, userId: owner.userId } },
      create: { workspaceId: firm, userId: owner.userId, role: "owner" },
      update: { role: "owner" },
    });
  }
});

test("two owners who demote each other leave one of them", async () => {
  await changeRole(owner, { userId: admin.userId, role: "owner" });
  const second: MemberActor = { ...admin, role: "owner" };
  const results = await Promise.allSettled([
    changeRole(owner, { userId: admin.userId, role: "manager" }),
    changeRole(second, { userId: owner.userId, role: "manager" }),
  ]);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await db.member.count({ where: { workspaceId: firm, role: "owner" } })).toBe(1);
});

test("who is removed is out at once: sign-ins look elsewhere, invitations end", async () => {
  await db.userSession.create({
    data: { userId: admin.userId, workspaceId: firm, expiresAt: new Date(Date.now() + 1e9) },
  });
  await db.invitation.create({
    data: {
      workspaceId: firm,
      role: "manager",
      tokenHash: "x",
      createdByUserId: admin.userId,
      expiresAt: new Date(Date.now() + 1e9),
    },
  });
  expect(await removeMember(owner, { userId: admin.userId })).toEqual({ ok: true });
  expect(await removeMember(owner, { userId: admin.userId })).toEqual({
    ok: false,
    reason: "unknown_member",
  });
  expect(await removeMember(owner, { userId: owner.userId })).toEqual({ ok: false, reason: "self" });
  expect(await roleOf(admin)).toBeUndefined();
  expect(await db.userSession.findFirst({ where: { userId: admin.userId } })).toMatchObject({
    workspaceId: null,
  });
  expect(await db.invitation.findFirst()).toMatchObject({ revokedAt: expect.any(Date) });
  await expect(changeRole(admin, { userId: manager.userId, role: "director" })).rejects.toMatchObject({
    reason: "not_member",
  });
});

test("an owner hands the workspace over by typing its name, once", async () => {
  const input = { userId: manager.userId, confirm: "Firm" };
  expect(await transferWorkspace(owner, { ...input, confirm: "firm" })).toEqual({
    ok: false,
    reason: "confirm",
  });
  expect(await transferWorkspace(owner, { ...input, userId: owner.userId })).toEqual({
    ok: false,
    reason: "self",
  });
  expect(await transferWorkspace(owner, input)).toEqual({ ok: true });
  expect([await roleOf(manager), await roleOf(owner)]).toEqual(["owner", "admin"]);
  await expect(transferWorkspace(owner, input)).rejects.toMatchObject({ code: "forbidden" });
  expect(await audited()).toMatchObject([{ action: "workspace.transferred", targetName: "Mara" }]);
});
