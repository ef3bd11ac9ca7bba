import type { SeenPerson } from "@/server/domain/contacts/identify-contact";
import { applyRoleRules } from "@/server/domain/contacts/roles/apply-role-rules";
import type { Tx } from "@/server/lib/db";

/**
 * The ids of the contacts behind many people of one provider, by the provider's ids, in few statements: for imports. Who
 * is known keeps their name; who is new has a role by the rules, and `firstSeenAt` is the first of their messages.
 */
export async function identifyContacts(
  tx: Tx,
  workspaceId: number,
  provider: string,
  people: SeenPerson[],
): Promise<Map<string, number>> {
  const each = [...new Map(people.map((person) => [person.externalId, person])).values()];
  const added = await tx.contact.createManyAndReturn({
    data: each.map((person) => ({ ...person, workspaceId, provider })),
    select: { id: true },
    skipDuplicates: true,
  });
  await applyRoleRules(
    tx,
    workspaceId,
    added.map(({ id }) => id),
  );
  const contacts = await tx.contact.findMany({
    where: { workspaceId, provider, externalId: { in: each.map(({ externalId }) => externalId) } },
    select: { id: true, externalId: true },
  });
  return new Map(contacts.map(({ id, externalId }) => [externalId, id]));
}
