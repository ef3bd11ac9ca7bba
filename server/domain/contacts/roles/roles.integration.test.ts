import { afterAll, beforeEach, expect, it } from "vitest";
import { join, makeFirm } from "@/scripts/testing/firm";
import { connectBot } from "@/scripts/testing/support-company";
import { identifyContact } from "@/server/domain/contacts/identify-contact";
import { identifyContacts } from "@/server/domain/contacts/identify-contacts";
import { listStaff } from "@/server/domain/contacts/list-staff";
import { listRoleRules } from "@/server/domain/contacts/roles/queries";
import { removeRoleRule } from "@/server/domain/contacts/roles/remove-role-rule";
import { saveRoleRule } from "@/server/domain/contacts/roles/save-role-rule";
import { roleRuleInput } from "@/server/domain/contacts/roles/schema";
import { setContactRole } from "@/server/domain/contacts/set-contact-role";
import type { ApiKeyActor, MemberActor } from "@/server/lib/actor";
import { db, transaction } from "@/server/lib/db";
import { realtime } from "@/server/realtime/realtime";

afterAll(() => realtime.stop());

let firm: number;
let owner: MemberActor;
let chatId: number;

beforeEach(async () => {
  await db.workspace.deleteMany();
  firm = await makeFirm("Firm");
  owner = await join(firm, "Olga", "owner");
  const resourceId = await connectBot(firm, {
    token: `7000000098:${"z".repeat(35)}`,
    username: "role_bot",
    adminIds: [501],
  });
  const place = { workspaceId: firm, resourceId };
  const chat = await db.chat.create({ data: { ...place, externalId: "-1009", type: "group" } });
  chatId = chat.id;
});

const person = (externalId: string, firstName: string, more: { username?: string; isBot?: boolean } = {}) =>
  identifyContact(firm, "telegram", { externalId, firstName, isBot: false, ...more });
const roleOf = async (id: number) => (await db.contact.findUniqueOrThrow({ where: { id } })).role;
const rule = {
  kind: "name",
  pattern: "склад",
  role: "manager",
  excludeFromAnalytics: true,
  priority: 1,
} as const;

it("gives newcomers their role by configuration, linked accounts, rules and being a bot", async () => {
  const { userId } = await join(firm, "Dina", "director");
  await db.memberIdentity.create({
    data: { workspaceId: firm, userId, provider: "telegram", externalId: "502", name: "Dina" },
  });
  await saveRoleRule(owner, { ...rule, kind: "username", pattern: "@Boss", role: "admin" });
  await saveRoleRule(owner, rule);
  expect((await person("501", "Admin")).role).toBe("admin");
  expect((await person("502", "Dina")).role).toBe("director");
  expect(await person("503", "B", { username: "boss" })).toMatchObject({
    role: "admin",
    roleWithoutRights: true,
  });
  expect(await person("504", "Склад №2")).toMatchObject({
    role: "manager",
    roleWithoutRights: true,
    excludeFromAnalytics: true,
  });
  expect((await person("505", "News", { isBot: true })).role).toBe("broadcast_bot");
  expect((await person("506", "Ivan")).role).toBe("client");
  const many = await transaction((tx) =>
    identifyContacts(tx, firm, "telegram", [
      { externalId: "507", firstName: "Склад", isBot: false },
      { externalId: "506", firstName: "Ivan", isBot: false },
    ]),
  );
  expect(many.size).toBe(2);
  expect(await roleOf(many.get("507") ?? 0)).toBe("manager");
});

it("takes a username with or without its @ for the same one, and not an @ alone", async () => {
  const named = { ...rule, kind: "username" } as const;
  await saveRoleRule(owner, { ...named, pattern: "@Boss" });
  expect(await saveRoleRule(owner, { ...named, pattern: "boss" })).toEqual({ ok: false, reason: "double" });
  expect((await listRoleRules(owner)).map(({ pattern }) => pattern)).toEqual(["boss"]);
  expect(roleRuleInput.safeParse({ ...named, pattern: "@" }).success).toBe(false);
});

it("follows a change of the rules, but never what was set by hand; messages follow too", async () => {
  const storeman = await person("601", "Склад");
  const ivan = await person("602", "Ivan");
  await db.hubMessage.create({
    data: {
      workspaceId: firm,
      chatId,
      contactId: storeman.id,
      text: "беру",
      sentAt: new Date(),
      needsAnalysis: true,
    },
  });
  const message = () => db.hubMessage.findFirstOrThrow();
  const saved = await saveRoleRule(owner, { ...rule, role: "broadcast_bot" });
  expect(saved).toMatchObject({ ok: true, changed: 1 });
  expect(await message()).toMatchObject({ isAutomatic: true, needsAnalysis: false });
  expect(await saveRoleRule(owner, rule)).toEqual({ ok: false, reason: "double" });
  await setContactRole(owner, { contactId: ivan.id, role: "director" });
  const [listed] = await listRoleRules(owner);
  if (!listed) throw new Error("the rule is not listed");
  expect(await removeRoleRule(owner, { id: listed.id })).toEqual({ changed: 1 });
  expect(await removeRoleRule(owner, { id: listed.id })).toEqual({ changed: 0 });
  expect(await message()).toMatchObject({ isAutomatic: false, needsAnalysis: true });
  expect([await roleOf(storeman.id), await roleOf(ivan.id)]).toEqual(["client", "director"]);
  expect(await setContactRole(owner, { contactId: ivan.id, role: null })).toMatchObject({
    role: "client",
    roleByHand: false,
  });
});

it("leaves automatic what is so by itself: posts, what an import called so; a bot's words become a person's", async () => {
  const { resourceId } = await db.chat.findUniqueOrThrow({ where: { id: chatId } });
  const channel = await db.chat.create({
    data: { workspaceId: firm, resourceId, externalId: "-1010", type: "channel" },
  });
  const news = await person("-1010", "News", { isBot: true });
  const ivan = await person("604", "Ivan");
  const said = (contactId: number, text: string, more: { chatId?: number; isForwarded?: boolean } = {}) => ({
    workspaceId: firm,
    chatId,
    contactId,
    text,
    sentAt: new Date(),
    isAutomatic: true,
    ...more,
  });
  await db.hubMessage.createMany({
    data: [
      said(news.id, "post", { chatId: channel.id }),
      said(news.id, "post in its group", { isForwarded: true }),
      said(news.id, "comment"),
      said(ivan.id, "imported as automatic"),
    ],
  });
  for (const role of ["client", "manager", "client"] as const)
    for (const { id: contactId } of [news, ivan]) await setContactRole(owner, { contactId, role });
  const messages = await db.hubMessage.findMany({ orderBy: { id: "asc" } });
  expect(messages.map(({ isAutomatic, needsAnalysis }) => [isAutomatic, needsAnalysis])).toEqual([
    [true, false],
    [true, false],
    [false, true],
    [true, false],
  ]);
});

it("lets only leaders and keys with the scope set roles, in their own workspace, and audits it once", async () => {
  const { id: contactId } = await person("701", "Ivan");
  const other = await join(await makeFirm("Other"), "Oto", "owner");
  const manager = await join(firm, "Mia", "manager");
  const input = { contactId, role: "manager" } as const;
  await expect(setContactRole(other, input)).rejects.toMatchObject({ code: "not_found" });
  await expect(setContactRole(manager, input)).rejects.toMatchObject({ code: "forbidden" });
  await expect(saveRoleRule(manager, rule)).rejects.toMatchObject({ code: "forbidden" });
  const key = await db.apiKey.create({
    data: { workspaceId: firm, name: "CRM", prefix: "ac_roles", keyHash: "h", scopes: ["contacts:write"] },
  });
  const program = { kind: "api-key", workspaceId: firm, apiKeyId: key.id } as const;
  const reader: ApiKeyActor = { ...program, scopes: ["contacts:read"] };
  await expect(setContactRole(reader, input)).rejects.toMatchObject({ code: "forbidden" });
  const writer: ApiKeyActor = { ...program, scopes: ["contacts:write"] };
  const both = await Promise.all([setContactRole(writer, input), setContactRole(writer, input)]);
  expect(both).toMatchObject([{ role: "manager", isStaff: true }, { role: "manager" }]);
  expect(await db.auditEntry.count({ where: { action: "contact.role_changed" } })).toBe(1);

  // A program sorts people; who may command the bot is for people to say.
  const asked = {
    kind: "staff-contact",
    workspaceId: firm,
    resourceId: 1,
    contactId,
    role: "admin",
  } as const;
  const isStaff = async () => (await listStaff(asked)).some(({ id }) => id === contactId);
  expect(await isStaff()).toBe(false);
  await setContactRole(owner, input);
  expect(await isStaff()).toBe(true);
  await setContactRole(writer, input);
  expect(await isStaff()).toBe(true);
});
