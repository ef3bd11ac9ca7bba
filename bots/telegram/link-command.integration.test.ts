import type { Update } from "grammy/types";
import { afterAll, beforeEach, expect, test } from "vitest";
import { processUpdates } from "@/bots/process-updates";
import { join, makeFirm } from "@/scripts/testing/firm";
import { connectBot } from "@/scripts/testing/support-company";
import { receiveUpdates } from "@/server/domain/resources/receive-updates";
import { createLinkCode } from "@/server/domain/workspaces/team/create-link-code";
import { teamOf } from "@/server/domain/workspaces/team/queries";
import { unlinkIdentity } from "@/server/domain/workspaces/team/unlink-identity";
import type { MemberActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import { laneOf } from "@/server/providers/telegram/lane-of";
import { realtime } from "@/server/realtime/realtime";

afterAll(() => realtime.stop());

const group = { id: -1007000000188, title: "Managers", type: "supergroup" as const };
let firm: number;
let owner: MemberActor;
let resourceId: number;
let next = 1;
/** A new account of Telegram a test: attempts are counted by account. */
let person = 8300000000;

beforeEach(async () => {
  await db.workspace.deleteMany();
  firm = await makeFirm("Firm");
  owner = await join(firm, "Olga", "owner");
  resourceId = await connectBot(firm, {
    token: `7000000098:${"y".repeat(35)}`,
    username: "link_bot",
    managerGroupIds: [group.id],
  });
  person += 10;
});

/** What the bot answers to a text in its private chat (or the group). */
async function say(text: string, id = person, chat: object = { id, type: "private", first_name: "Olya" }) {
  const update = {
    update_id: next++,
    message: {
      message_id: next++,
      date: 1_790_000_000,
      chat,
      from: { id, is_bot: false, first_name: "Olya" },
      text,
    },
  } as Update;
  await receiveUpdates(resourceId, [
    { externalId: String(update.update_id), lane: laneOf(update), payload: update as never },
  ]);
  await processUpdates({ resourceId, lane: laneOf(update) });
  const last = await db.delivery.findFirst({ orderBy: { id: "desc" } });
  return (last?.act as { message?: { text?: string } } | undefined)?.message?.text ?? "";
}

const linked = async (actor: MemberActor) =>
  (await teamOf(actor)).members.find(({ userId }) => userId === actor.userId)?.telegram ?? null;

test("a code links the account once, and none of it is a customer's message", async () => {
  const { code } = await createLinkCode(owner);
  expect(code).toMatch(/^[A-HJ-NP-Z2-9]{8}$/);
  expect(JSON.stringify(await db.linkCode.findMany())).not.toContain(code);
  expect(await say(`/link ${code.toLowerCase()}`)).toBe("Done: this account now belongs to Olga in “Firm”.");
  expect(await linked(owner)).toEqual({ name: "Olya" });
  expect(await say(`/link ${code}`)).toContain("wrong or has expired");
  expect(await say("/link")).toContain("/link ABCD2345");
  expect(await db.message.count()).toBe(0);
  expect(await db.conversation.count()).toBe(0);
  expect(await db.auditEntry.findMany({ where: { action: "member.linked" } })).toMatchObject([
    { actorName: "Olga", targetName: "Olga" },
  ]);
});

test("an old code, one replaced by a newer and one of another firm are wrong", async () => {
  const first = await createLinkCode(owner);
  const second = await createLinkCode(owner);
  expect(await say(`/link ${first.code}`)).toContain("wrong or has expired");
  await db.linkCode.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
  expect(await say(`/link ${second.code}`)).toContain("wrong or has expired");
  const stranger = await join(await makeFirm("Other"), "Stan", "owner");
  const { code } = await createLinkCode(stranger);
  expect(await say(`/link ${code}`)).toContain("wrong or has expired");
  expect(await db.memberIdentity.count()).toBe(0);
});

test("guessing is slowed down", async () => {
  for (let guess = 0; guess < 6; guess += 1) await say("/link AAAAAAAA");
  const { code } = await createLinkCode(owner);
  expect(await say(`/link ${code}`)).toMatch(/^Too many attempts\. Try again in \d+ minutes?\.$/);
  expect(await linked(owner)).toBeNull();
});

test("one account a member, one member an account, until it is unlinked", async () => {
  const admin = await join(firm, "Adam", "admin");
  await say(`/link ${(await createLinkCode(owner)).code}`);
  expect(await say(`/link ${(await createLinkCode(admin)).code}`)).toContain(
    "already linked to another member",
  );
  expect(await say(`/link ${(await createLinkCode(owner)).code}`, person + 1)).toContain(
    "another Telegram account",
  );
  expect(await unlinkIdentity(admin, { userId: owner.userId })).toEqual({ ok: false, reason: "owner_only" });
  const manager = await join(firm, "Mara", "manager");
  await expect(unlinkIdentity(manager, { userId: owner.userId })).rejects.toMatchObject({ reason: "role" });
  const stranger = await join(await makeFirm("Other"), "Stan", "owner");
  expect(await unlinkIdentity(stranger, { userId: owner.userId })).toEqual({
    ok: false,
    reason: "unknown_member",
  });
  expect(await Promise.all([1, 2].map(() => unlinkIdentity(owner, { userId: owner.userId })))).toEqual([
    { ok: true },
    { ok: true },
  ]);
  expect(await db.auditEntry.count({ where: { action: "member.unlinked" } })).toBe(1);
  await say(`/link ${(await createLinkCode(admin)).code}`);
  expect(await linked(admin)).toEqual({ name: "Olya" });
});

test("in the managers' group the code is not taken, and where to send it is said", async () => {
  await db.contact.create({
    data: {
      workspaceId: firm,
      provider: "telegram",
      externalId: String(person),
      firstName: "Olya",
      role: "manager",
    },
  });
  const { code } = await createLinkCode(owner);
  expect(await say(`/link ${code}`, person, group)).toBe("Send this command to the bot in a private chat.");
  expect(await linked(owner)).toBeNull();
});
