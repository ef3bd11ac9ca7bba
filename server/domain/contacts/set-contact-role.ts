import type { Contact } from "@/prisma/generated/client";
import { requireScope } from "@/server/domain/api-keys/require-scope";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { applyRoleRules } from "@/server/domain/contacts/roles/apply-role-rules";
import { retagMessages } from "@/server/domain/contacts/roles/retag-messages";
import type { ContactRoleView, SetContactRoleInput } from "@/server/domain/contacts/roles/schema";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { ApiKeyActor, MemberActor } from "@/server/lib/actor";
import { transaction } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

const staff: readonly string[] = ["admin", "director", "manager"];
const bots: readonly string[] = ["broadcast_bot", "assistant_bot"];

/**
 * Gives a contact its role by hand, which no rule changes any more; null gives it back to the rules. Their messages
 * follow. A role that a program gives brings no rights. Done twice, it is one change. Throws `forbidden`, `not_found`.
 */
export async function setContactRole(
  actor: MemberActor | ApiKeyActor,
  { contactId, role, excludeFromAnalytics }: SetContactRoleInput,
): Promise<ContactRoleView> {
  if (actor.kind === "member") requirePermission(actor, "contacts.change");
  else requireScope(actor, "contacts:write");
  const { workspaceId } = actor;
  return transaction(async (tx) => {
    await tx.$queryRaw`select 1 from contacts where id = ${contactId} for update`;
    const before = await tx.contact.findFirst({ where: { id: contactId, workspaceId } });
    if (!before) throw new AppError("not_found", "contact", "There is no such contact.");
    const byHand =
      role === undefined ? before.roleByHand || excludeFromAnalytics !== undefined : role !== null;
    // A program sorts people; it makes nobody an admin of the bot.
    const isNew = role !== undefined && role !== before.role;
    const givesNoRights = actor.kind === "member" ? false : isNew || before.roleWithoutRights;
    await tx.contact.update({
      where: { id: contactId },
      data: {
        roleByHand: byHand,
        ...(byHand && { roleWithoutRights: givesNoRights }),
        ...(role && { role }),
        ...(excludeFromAnalytics !== undefined && { excludeFromAnalytics }),
      },
    });
    if (role === null) await applyRoleRules(tx, workspaceId, [contactId]);
    const after = await tx.contact.findUniqueOrThrow({ where: { id: contactId } });
    if (role && role !== before.role)
      await retagMessages(tx, workspaceId, [{ id: contactId, before: before.role }]);
    if (isOther(before, after))
      await recordAudit(tx, actor, {
        action: "contact.role_changed",
        target: { id: contactId, name: `#${contactId}` },
        details: {
          from: before.role,
          to: after.role,
          byHand,
          excludeFromAnalytics: after.excludeFromAnalytics,
        },
      });
    return contactRoleView(after);
  });
}

function isOther(before: Contact, after: Contact): boolean {
  return (
    before.role !== after.role ||
    before.roleByHand !== after.roleByHand ||
    before.roleWithoutRights !== after.roleWithoutRights ||
    before.excludeFromAnalytics !== after.excludeFromAnalytics
  );
}

function contactRoleView(contact: Contact): ContactRoleView {
  const { id, role, roleByHand, excludeFromAnalytics } = contact;
  return {
    id,
    role,
    isStaff: staff.includes(role),
    isBot: bots.includes(role),
    excludeFromAnalytics,
    roleByHand,
  };
}
