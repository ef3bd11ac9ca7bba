import { applyRoleRules } from "@/server/domain/contacts/roles/apply-role-rules";
import { linkedContacts } from "@/server/domain/contacts/roles/linked-contacts";
import { revokeInvitationsOf } from "@/server/domain/workspaces/team/revoke-invitations-of";
import type { Tx } from "@/server/lib/db";

/** Ends a membership with all that hangs on it: channel accounts, invitations given out, sign-ins that look here. */
export async function takeOutMember(tx: Tx, workspaceId: number, userId: number): Promise<void> {
  await revokeInvitationsOf(tx, workspaceId, userId);
  await tx.userSession.updateMany({ where: { userId, workspaceId }, data: { workspaceId: null } });
  const contacts = await linkedContacts(tx, workspaceId, userId);
  await tx.member.deleteMany({ where: { workspaceId, userId } });
  await applyRoleRules(tx, workspaceId, contacts);
}
