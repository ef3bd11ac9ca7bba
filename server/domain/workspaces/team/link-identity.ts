import { recordAudit } from "@/server/domain/audit/record-audit";
import { applyRoleRules } from "@/server/domain/contacts/roles/apply-role-rules";
import { displayName } from "@/server/domain/conversations/topic-lines";
import { hashToken } from "@/server/domain/workspaces/team/hash-token";
import type { CustomerActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { transaction } from "@/server/lib/db";

type LinkResult =
  | { ok: true; member: string; workspace: string }
  | { ok: false; reason: "wrong_code" | "taken" | "other_account" };

/**
 * Ties the account of whoever writes to the bot to the member whose one-time code they send. `taken`: it is another
 * member's; `other_account`: the member has another one linked. A code that is wrong, old or of another workspace is
 * `wrong_code`.
 */
export async function linkIdentity(actor: CustomerActor, code: string): Promise<LinkResult> {
  const { workspaceId } = actor;
  return transaction(async (tx) => {
    const codeHash = hashToken(code.trim().toUpperCase());
    await tx.$queryRaw`select 1 from link_codes where code_hash = ${codeHash} for update`;
    const found = await tx.linkCode.findFirst({
      where: { codeHash, workspaceId, usedAt: null, expiresAt: { gt: clock.now() } },
      include: { member: { include: { user: true, workspace: true } } },
    });
    if (!found) return { ok: false, reason: "wrong_code" };
    const { userId, member } = found;
    const contact = await tx.contact.findUniqueOrThrow({ where: { id: actor.contactId } });
    const { provider, externalId } = contact;
    await tx.$queryRaw`select 1 from workspaces where id = ${workspaceId} for no key update`;
    const known = await tx.memberIdentity.findMany({
      where: { workspaceId, provider, OR: [{ externalId }, { userId }] },
    });
    if (known.some((one) => one.userId !== userId)) return { ok: false, reason: "taken" };
    if (known.some((one) => one.externalId !== externalId)) return { ok: false, reason: "other_account" };
    await tx.linkCode.update({ where: { codeHash }, data: { usedAt: clock.now() } });
    const outcome = { ok: true, member: member.user.name, workspace: member.workspace.name } as const;
    if (known.length > 0) return outcome;
    const name = displayName(contact);
    await tx.memberIdentity.create({ data: { workspaceId, provider, externalId, userId, name } });
    await applyRoleRules(tx, workspaceId, [contact.id]);
    await recordAudit(
      tx,
      { kind: "member", workspaceId, userId, role: member.role },
      {
        action: "member.linked",
        target: { id: userId, name: member.user.name },
        details: { provider, name },
      },
    );
    return outcome;
  });
}
