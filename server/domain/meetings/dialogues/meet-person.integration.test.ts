import { beforeEach, expect, test } from "vitest";
import type { Contact } from "@/prisma/generated/client";
import { db, transaction } from "@/server/lib/db";
import { meetPerson } from "./meet-person";

let workspaceId: number;

beforeEach(async () => {
  await db.workspace.deleteMany();
  ({ id: workspaceId } = await db.workspace.create({ data: { name: "Firm" } }));
});

const contactOf = (externalId: string, signs: Partial<Contact> = {}) =>
  db.contact.create({
    data: {
      workspaceId,
      provider: "kchat",
      externalId,
      firstName: "Иван Сергеевич",
      lastName: "Волков",
      ...signs,
    },
  });
const meet = (contact: Contact) => transaction((tx) => meetPerson(tx, contact));
const invite = async (personId: number) => {
  const meeting = await db.meeting.create({
    data: {
      workspaceId,
      topic: "x",
      startsAt: new Date(),
      timeZone: "UTC",
      calendarUid: crypto.randomUUID(),
    },
  });
  await db.invitee.create({ data: { meetingId: meeting.id, personId } });
};

test("who is met first is kept once, with what the channel tells", async () => {
  const contact = await contactOf("1", { email: "Volkov@Company.ru", phone: "+7 916 123-45-67" });
  const [first, second] = await Promise.all([meet(contact), meet(contact)]);
  expect(first).toMatchObject({
    fullName: "Волков Иван Сергеевич",
    email: "volkov@company.ru",
    phone: "79161234567",
    contactId: contact.id,
  });
  expect(second.id).toBe(first.id);
});

test("who was kept without addresses is the invited one as soon as these are known", async () => {
  const contact = await contactOf("1");
  const stranger = await meet(contact);
  const invited = await db.meetingPerson.create({ data: { workspaceId, email: "volkov@company.ru" } });
  await invite(invited.id);
  expect((await meet(contact)).id).toBe(stranger.id);
  const known = await db.contact.update({ where: { id: contact.id }, data: { email: "volkov@company.ru" } });
  expect(await meet(known)).toMatchObject({ id: invited.id, contactId: contact.id });
  expect(await db.meetingPerson.count()).toBe(1);
});

test("who is invited under their account already stays that one", async () => {
  const contact = await contactOf("1", { phone: "+79161234567" });
  const person = await meet(contact);
  await invite(person.id);
  await db.meetingPerson.create({ data: { workspaceId, email: "other@company.ru" } });
  const known = await db.contact.update({ where: { id: contact.id }, data: { email: "other@company.ru" } });
  expect((await meet(known)).id).toBe(person.id);
  expect(await db.meetingPerson.count()).toBe(2);
});

test("an address of somebody with another account stays theirs, and other workspaces are not looked at", async () => {
  const holder = await meet(await contactOf("1", { email: "shared@company.ru" }));
  const other = await meet(await contactOf("2", { email: "shared@company.ru" }));
  expect(other).toMatchObject({ email: null });
  expect(other.id).not.toBe(holder.id);
  const { id } = await db.workspace.create({ data: { name: "Other" } });
  await db.meetingPerson.create({ data: { workspaceId: id, email: "new@company.ru" } });
  const third = await meet(await contactOf("3", { email: "new@company.ru" }));
  expect(third.workspaceId).toBe(workspaceId);
});
