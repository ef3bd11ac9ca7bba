import { expect, test } from "vitest";
import { firm, newPerson, waitingIn } from "@/scripts/testing/waiting-firm";
import { knowContact } from "@/server/domain/contacts/know-contact";
import { db } from "@/server/lib/db";

const details = { firstName: "Анна", lastName: "Ким", fullName: "Ким Анна", email: "", phone: "" };

const looks = (workspaceId: number) =>
  db.delivery.findMany({ where: { workspaceId, act: { path: ["type"], equals: "look" } } });

test("a topic that was opened before its customer's name was known is renamed once it is", async () => {
  const company = await firm();
  const { actor, id } = await waitingIn(company);
  const contact = await db.contact.update({ where: { id: actor.contactId }, data: { firstName: "" } });
  const before = (await looks(company.workspaceId)).length;
  await knowContact(contact, details);
  // Told twice, it is renamed once.
  await knowContact(contact, details);
  const acts = (await looks(company.workspaceId)).slice(before).map(({ act }) => act);
  expect(acts).toEqual([{ type: "look", look: { name: `Анна Ким · #${id}`, icon: "waiting" } }]);
  expect(await db.topic.findFirst({ where: { conversationId: id } })).toMatchObject({
    name: `Анна Ким · #${id}`,
    state: "open",
  });
});

test("without a topic there is nothing to rename", async () => {
  const company = await firm();
  const actor = await newPerson(company, { firstName: "" });
  const contact = await db.contact.findUniqueOrThrow({ where: { id: actor.contactId } });
  expect(await knowContact(contact, details)).toMatchObject({ firstName: "Анна", languageCode: "ru" });
  expect(await looks(company.workspaceId)).toEqual([]);
});
