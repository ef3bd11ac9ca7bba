import { expect, test } from "vitest";
import { listNotices } from "@/server/domain/notifications/list-notices";
import { markNoticesRead } from "@/server/domain/notifications/mark-notices-read";
import type { MemberActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";

let people = 0;

async function newMember(workspaceId: number): Promise<MemberActor> {
  people += 1;
  const user = await db.user.create({ data: { email: `${people}@example.com`, name: "Ann" } });
  await db.member.create({ data: { workspaceId, userId: user.id, role: "manager" } });
  return { kind: "member", workspaceId, userId: user.id, role: "manager" };
}

async function newFirm(): Promise<number> {
  return (await db.workspace.create({ data: { name: "Firm" } })).id;
}

/** A customer whose words have waited for so many minutes. */
async function waits(workspaceId: number, firstName: string, minutes: number): Promise<number> {
  people += 1;
  const provider = "telegram";
  const key = String(people);
  const resource = await db.resource.create({
    data: { workspaceId, provider, name: "Bot", credentials: "sealed", accountKey: key },
  });
  const contact = await db.contact.create({ data: { workspaceId, provider, externalId: key, firstName } });
  const conversation = await db.conversation.create({
    data: {
      workspaceId,
      resourceId: resource.id,
      contactId: contact.id,
      state: "waiting",
      unansweredSince: new Date(Date.now() - minutes * 60_000),
    },
  });
  return conversation.id;
}

test("lists what is wrong and who waits, the longest first, of this workspace alone", async () => {
  const [ours, theirs] = [await newFirm(), await newFirm()];
  const member = await newMember(ours);
  await db.alert.create({ data: { workspaceId: ours, code: "model_failed", detail: "timeout" } });
  await db.alert.create({ data: { workspaceId: ours, code: "bot_kicked", resolvedAt: new Date() } });
  await db.alert.create({ data: { workspaceId: theirs, code: "model_failed" } });
  await waits(theirs, "Not ours", 90);
  const short = await waits(ours, "Ivo", 5);
  const long = await waits(ours, "Mia", 50);
  const notices = await listNotices(member);
  expect(notices.alerts).toMatchObject([{ code: "model_failed", detail: "timeout", unread: true }]);
  expect(notices.waiting.count).toBe(2);
  expect(notices.waiting.longest).toMatchObject([
    { conversationId: long, name: "Mia", unread: true },
    { conversationId: short, name: "Ivo", unread: true },
  ]);
  expect(notices.unread).toBe(3);
});

test("what was read stays read for this member alone, twice as well as once; what comes later is new", async () => {
  const workspaceId = await newFirm();
  const [member, colleague] = [await newMember(workspaceId), await newMember(workspaceId)];
  await waits(workspaceId, "Mia", 50);
  await Promise.all([markNoticesRead(member), markNoticesRead(member)]);
  expect(await listNotices(member)).toMatchObject({ unread: 0, waiting: { count: 1 } });
  expect(await listNotices(colleague)).toMatchObject({ unread: 1 });
  await waits(workspaceId, "Ivo", -1);
  expect(await listNotices(member)).toMatchObject({ unread: 1, waiting: { count: 2 } });
});
