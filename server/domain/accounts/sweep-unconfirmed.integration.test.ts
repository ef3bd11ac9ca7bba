import { expect, test } from "vitest";
import { db, transaction } from "@/server/lib/db";
import { register } from "./register";
import { resendVerification } from "./resend-verification";
import { settleNewcomer } from "./settle-newcomer";
import { sweepUnconfirmed } from "./sweep-unconfirmed";

const from = { ip: "203.0.113.5", userAgent: "test" };
const dayMs = 24 * 3600_000;
let people = 0;

/** Somebody who registered so long ago and did not confirm it, with the workspace that was made for them. */
async function registered(days = 31): Promise<{ userId: number; workspaceId: number; email: string }> {
  people += 1;
  const email = `ann${people}@example.com`;
  const createdAt = new Date(Date.now() - days * dayMs);
  return transaction(async (tx) => {
    const user = await tx.user.create({ data: { email, name: "Ann", passwordHash: "x", createdAt } });
    await settleNewcomer(tx, user, from, { isInvited: false, hasSetupCode: false });
    const { workspaceId } = await tx.member.findFirstOrThrow({ where: { userId: user.id } });
    return { userId: user.id, workspaceId, email };
  });
}
const isThere = async ({ userId, workspaceId }: { userId: number; workspaceId: number }) => [
  (await db.user.count({ where: { id: userId } })) === 1,
  (await db.workspace.count({ where: { id: workspaceId } })) === 1,
];

test("who did not confirm their address within a month is removed with their empty workspace, and may come again", async () => {
  const late = await registered();
  const recent = await registered(29);
  const invited = await db.user.create({
    data: { email: "guest@example.com", name: "Guest", createdAt: new Date(0), passwordHash: "x" },
  });
  await Promise.all([sweepUnconfirmed(), sweepUnconfirmed()]);
  expect(await isThere(late)).toEqual([false, false]);
  expect(await isThere(recent)).toEqual([true, true]);
  expect(await db.user.count({ where: { id: invited.id } })).toBe(0);

  const { email } = late;
  await register({ name: "Ann", email, password: "seven green bicycles", locale: "en" }, from);
  await db.user.update({ where: { email }, data: { createdAt: new Date(0) } });
  await sweepUnconfirmed();
  expect(await db.member.count({ where: { user: { email } } })).toBe(1);
  await db.accountToken.updateMany({ data: { expiresAt: new Date() } });
  await sweepUnconfirmed();
  expect(await db.user.count({ where: { email } })).toBe(0);
});

test("an account that somebody uses, waits for or took over the installation with stays", async () => {
  const confirmed = await registered();
  await db.user.update({ where: { id: confirmed.userId }, data: { emailVerifiedAt: new Date() } });
  const waiting = await registered();
  await resendVerification({ email: waiting.email });
  const loggedIn = await registered();
  await db.userSession.create({ data: { userId: loggedIn.userId, expiresAt: new Date() } });
  const disabled = await registered();
  await db.user.update({ where: { id: disabled.userId }, data: { disabledAt: new Date() } });
  const demo = await registered();
  await db.user.update({ where: { id: demo.userId }, data: { isDemo: true } });
  const first = await registered();
  await db.workspace.update({ where: { id: first.workspaceId }, data: { origin: "environment" } });
  const shared = await registered();
  await db.member.create({
    data: { workspaceId: shared.workspaceId, userId: confirmed.userId, role: "manager" },
  });
  const filled = await registered();
  await db.contact.create({
    data: { workspaceId: filled.workspaceId, provider: "telegram", externalId: "5", firstName: "Bo" },
  });
  const changed = await registered();
  await db.auditEntry.create({
    data: {
      workspaceId: changed.workspaceId,
      actorKind: "member",
      actorName: "Ann",
      action: "workspace.renamed",
    },
  });
  await sweepUnconfirmed();
  const all = { confirmed, waiting, loggedIn, disabled, demo, first, shared, filled, changed };
  for (const [name, account] of Object.entries(all))
    expect([name, ...(await isThere(account))]).toEqual([name, true, true]);
});
