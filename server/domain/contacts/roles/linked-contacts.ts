import type { Tx } from "@/server/lib/db";

/** The contacts that a member's linked accounts are. */
export async function linkedContacts(tx: Tx, workspaceId: number, userId: number): Promise<number[]> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    select contacts.id from contacts
    join member_identities identity using (workspace_id, provider, external_id)
    where workspace_id = ${workspaceId} and identity.user_id = ${userId}`;
  return rows.map(({ id }) => id);
}
