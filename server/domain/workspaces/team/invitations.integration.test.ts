import { beforeEach, expect, test } from "vitest";
import { join, makeFirm, makeUser } from "@/scripts/testing/firm";
import { findInvitation } from "@/server/domain/workspaces/find-invitation";
import type { AccountActor, MemberActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import { acceptInvitation } from "./accept-invitation";
import { inviteMember } from "./invite-member";
import { teamOf } from "./queries";
import { revokeInvitation } from "./revoke-invitation";

let firm: number;
let owner: MemberActor;

beforeEach(async () => {
  await db.workspace.deleteMany();
  await db.user.deleteMany();
  firm = await makeFirm("Firm");
  owner = await join(firm, "Olga", "owner");
});

async function account(name: string): Promise<AccountActor & { email: string }> {
  const userId = await makeUser(name);
  const { email } = await db.user.findUniqueOrThrow({ where: { id: userId } });
  const session = await db.userSession.create({ data: { userId, expiresAt: new Date(Date.now() + 1e9) } });
  return { kind: "account", userId, sessionId: session.id, workspaceId: null, email };
}

async function tokenOf(actor: MemberActor, role: "admin" | "manager" = "manager"): Promise<string> {
  const made = await inviteMember(actor, { role, days: 7 });
  return made.ok && made.link ? (made.link.split("/").at(-1) ?? "") : "";
}

test("a link lets one person in, with its role, and the sign-in looks there", async () => {
  const token = await tokenOf(owner, "admin");
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(await findInvitation(token)).toMatchObject({
    workspaceName: "Firm",
    role: "admin",
    invitedBy: "Olga",
    state: "open",
  });
  expect(JSON.stringify(await db.invitation.findMany())).not.toContain(token);
  const people = await Promise.all(["Ann", "Ben", "Cid"].map(account));
  const results = await Promise.all(people.map((one) => acceptInvitation(one, { token })));
  expect(results.filter(({ ok }) => ok)).toEqual([{ ok: true, workspaceId: firm }]);
  expect(results.filter(({ ok }) => !ok)).toEqual([
    { ok: false, reason: "used" },
    { ok: false, reason: "used" },
  ]);
  const members = await db.member.findMany({ where: { workspaceId: firm, role: "admin" } });
  expect(members).toHaveLength(1);
  const { workspaceId } = await db.userSession.findFirstOrThrow({ where: { userId: members[0]?.userId } });
  expect(workspaceId).toBe(firm);
  expect(await findInvitation(token)).toMatchObject({ state: "used" });
});

test("accepting twice is once, and a member spends no invitation and keeps the role", async () => {
  const token = await tokenOf(owner);
  const ann = await account("Ann");
  const twice = await Promise.all([acceptInvitation(ann, { token }), acceptInvitation(ann, { token })]);
  expect(twice).toEqual([
    { ok: true, workspaceId: firm },
    { ok: true, workspaceId: firm },
  ]);
  const other = await tokenOf(owner, "admin");
  expect(await acceptInvitation(ann, { token: other })).toMatchObject({ ok: true });
  expect(await db.member.findFirst({ where: { userId: ann.userId } })).toMatchObject({ role: "manager" });
  expect(await findInvitation(other)).toMatchObject({ state: "open" });
  expect(await db.auditEntry.count({ where: { action: "member.joined" } })).toBe(1);
});

test("void invitations say why", async () => {
  const ann = await account("Ann");
  expect(await acceptInvitation(ann, { token: "never" })).toEqual({ ok: false, reason: "unknown" });
  expect(await findInvitation("never")).toBeNull();
  const old = await tokenOf(owner);
  await db.invitation.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
  expect(await acceptInvitation(ann, { token: old })).toEqual({ ok: false, reason: "expired" });
  const token = await tokenOf(owner);
  const { invitations } = await teamOf(owner);
  const id = invitations.find(({ expired }) => !expired)?.id ?? 0;
  expect(await revokeInvitation(owner, { invitationId: id })).toEqual({ ok: true });
  expect(await revokeInvitation(owner, { invitationId: id })).toEqual({ ok: true });
  expect(await acceptInvitation(ann, { token })).toEqual({ ok: false, reason: "revoked" });
  expect(await db.member.count({ where: { userId: ann.userId } })).toBe(0);
  expect(await db.auditEntry.count({ where: { action: "invitation.revoked" } })).toBe(1);
});

test("a letter's invitation is for its address, proven", async () => {
  const ann = await account("Ann");
  const ben = await account("Ben");
  const email = ann.email;
  expect(await inviteMember(owner, { role: "manager", days: 1, email })).toEqual({ ok: true, link: null });
  const mail = await db.mail.findFirstOrThrow({ where: { to: email } });
  expect(mail.subject).toBe("Olga invites you to Firm");
  const token = /\/invite\/([\w-]{43})/.exec(mail.text)?.[1] ?? "";
  expect(await acceptInvitation(ben, { token })).toEqual({ ok: false, reason: "other_email" });
  await db.user.update({ where: { id: ann.userId }, data: { emailVerifiedAt: null } });
  expect(await acceptInvitation(ann, { token })).toEqual({ ok: false, reason: "email_not_verified" });
  await db.user.update({ where: { id: ann.userId }, data: { emailVerifiedAt: new Date() } });
  expect(await acceptInvitation(ann, { token })).toMatchObject({ ok: true });
  expect(await inviteMember(owner, { role: "manager", days: 1, email })).toEqual({
    ok: false,
    reason: "already_member",
  });
});

test("a second letter takes the first one's place", async () => {
  const input = { role: "manager", days: 1, email: "new@example.com" } as const;
  await Promise.all([inviteMember(owner, input), inviteMember(owner, input)]);
  expect(await db.invitation.count({ where: { revokedAt: null } })).toBe(1);
});

test("managers invite nobody, and nobody ends another firm's invitations", async () => {
  const manager = await join(firm, "Mara", "manager");
  await expect(inviteMember(manager, { role: "manager", days: 1 })).rejects.toMatchObject({ reason: "role" });
  await tokenOf(owner);
  const { id } = await db.invitation.findFirstOrThrow();
  await expect(revokeInvitation(manager, { invitationId: id })).rejects.toMatchObject({ reason: "role" });
  const stranger = await join(await makeFirm("Other"), "Stan", "owner");
  await expect(revokeInvitation(stranger, { invitationId: id })).rejects.toMatchObject({ code: "not_found" });
  expect((await teamOf(manager)).invitations).toEqual([]);
});

test("the demo's shared account enters no other workspace", async () => {
  const token = await tokenOf(owner, "admin");
  const demo = await account("Demo");
  await db.user.update({ where: { id: demo.userId }, data: { isDemo: true } });
  expect(await acceptInvitation(demo, { token })).toEqual({ ok: false, reason: "demo_account" });
  expect(await findInvitation(token)).toMatchObject({ state: "open" });
  expect(await db.member.count({ where: { userId: demo.userId } })).toBe(0);
});
