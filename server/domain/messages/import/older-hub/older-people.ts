import type { ChatType, ContactRole } from "@/prisma/generated/client";
import { CONTACT_ROLES } from "@/server/domain/messages/hub/schema";
import type { OlderTables } from "@/server/domain/messages/import/older-hub/older-tables";
import { readFlag, readId, readText } from "@/server/domain/messages/import/older-hub/read-value";
import type { BadRow, ImportedChat, ImportedPerson } from "@/server/domain/messages/import/schema";

/** Everyone and every chat of the older hub; both are found by the provider's id and by the row's own. */
export type OlderPeople = {
  people: ImportedPerson[];
  chats: ImportedChat[];
  person: (value: unknown, byRowId: boolean | null) => ImportedPerson | null;
  chat: (value: unknown, byRowId: boolean | null) => ImportedChat | null;
  bad: BadRow[];
};

const pageSize = 5000;

/** Reads the small tables whole: people with their roles, and chats. */
export async function olderPeople({ users, user_roles: roles, chats }: OlderTables): Promise<OlderPeople> {
  const bad: BadRow[] = [];
  const roleNames = new Map<string, ContactRole>();
  const rolesOfUsers = new Map<string, ContactRole>();
  for await (const row of allRows(roles)) {
    const role = readRole(row.name);
    if (!role)
      bad.push({ where: `user_roles ${row.id}`, why: `the role “${readText(row.name) ?? ""}” is not known` });
    else {
      const user = readId(row.user);
      if (user) rolesOfUsers.set(user, role);
      else roleNames.set(String(row.id), role);
    }
  }
  const people = new Map<string, ImportedPerson>();
  const peopleByRow = new Map<string, ImportedPerson>();
  for await (const row of allRows(users)) {
    const externalId = readId(users?.has("telegramId") ? row.telegramId : row.id);
    if (!externalId) {
      bad.push({ where: `users ${row.id}`, why: "it has no Telegram id" });
      continue;
    }
    const given = readText(row.role);
    const own = rolesOfUsers.get(externalId) ?? rolesOfUsers.get(String(row.id));
    const named = given ? (roleNames.get(given) ?? readRole(given)) : undefined;
    const role = own ?? named ?? (readFlag(row.isManager) ? "manager" : undefined);
    const person: ImportedPerson = {
      externalId,
      firstName: readText(row.firstName) ?? "",
      lastName: readText(row.lastName) ?? undefined,
      username: readText(row.username)?.replace(/^@/, "") || undefined,
      languageCode: readText(row.language) ?? undefined,
      isBot: readFlag(row.isBot) || role === "broadcast_bot" || role === "assistant_bot",
      // A client is what everyone is anyway: left to the rules.
      ...(role && role !== "client" && { role }),
    };
    people.set(externalId, person);
    peopleByRow.set(String(row.id), person);
  }
  const places = new Map<string, ImportedChat>();
  const placesByRow = new Map<string, ImportedChat>();
  for await (const row of allRows(chats)) {
    const externalId = readId(chats?.has("telegramId") ? row.telegramId : row.id);
    if (!externalId) {
      bad.push({ where: `chats ${row.id}`, why: "it has no Telegram id" });
      continue;
    }
    const type = readType(row.type, externalId);
    const title = readText(row.title) ?? undefined;
    const stranger = { externalId, firstName: title ?? "", isBot: false };
    const chat: ImportedChat =
      type === "private"
        ? { externalId, type, contact: people.get(externalId) ?? stranger }
        : { externalId, type, title };
    places.set(externalId, chat);
    placesByRow.set(String(row.id), chat);
  }
  return {
    people: [...people.values()],
    chats: [...places.values()],
    person: (value, byRowId) => find(value, byRowId, people, peopleByRow),
    chat: (value, byRowId) => find(value, byRowId, places, placesByRow),
    bad,
  };
}

/** By the declared key; where none is declared the provider's ids, which are large, come before the rows' own. */
function find<One>(
  value: unknown,
  byRowId: boolean | null,
  own: Map<string, One>,
  rows: Map<string, One>,
): One | null {
  const id = readId(value);
  if (!id) return null;
  if (byRowId === true) return rows.get(id) ?? null;
  return own.get(id) ?? (byRowId === null ? (rows.get(id) ?? null) : null);
}

async function* allRows<Row extends { id: unknown }>(
  table: { page: (after: number, limit: number) => Promise<Row[]> } | null,
): AsyncGenerator<Row> {
  let after = -(2 ** 53);
  while (table) {
    const rows = await table.page(after, pageSize);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) return;
    after = Number(last.id);
  }
}

function readRole(value: unknown): ContactRole | undefined {
  const name = readText(value)
    ?.toLowerCase()
    .replaceAll(/[\s-]+/g, "_");
  return CONTACT_ROLES.find((role) => role === name);
}

function readType(value: unknown, externalId: string): ChatType {
  const type = readText(value)?.toLowerCase();
  if (type === "private" || type === "group" || type === "supergroup" || type === "channel") return type;
  if (!externalId.startsWith("-")) return "private";
  return externalId.startsWith("-100") ? "supergroup" : "group";
}
