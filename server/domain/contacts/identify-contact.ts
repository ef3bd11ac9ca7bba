import type { Contact } from "@/prisma/generated/client";
import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";

/** A person or bot as a provider describes them. */
export type SeenPerson = {
  externalId: string;
  firstName: string;
  lastName?: string;
  username?: string;
  languageCode?: string;
  isBot: boolean;
};

/** The contact behind someone a provider showed us, known or new, with their newest name. */
export async function identifyContact(
  workspaceId: number,
  provider: string,
  seen: SeenPerson,
): Promise<Contact> {
  const { externalId, ...person } = seen;
  const named = {
    ...person,
    lastName: person.lastName ?? null,
    username: person.username ?? null,
    lastSeenAt: clock.now(),
  };
  return db.contact.upsert({
    where: { workspaceId_provider_externalId: { workspaceId, provider, externalId } },
    create: { workspaceId, provider, externalId, ...named },
    update: named,
  });
}
