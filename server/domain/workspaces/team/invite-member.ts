import { randomBytes } from "node:crypto";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { queueMail } from "@/server/domain/notifications/queue-mail";
import { requirePermission } from "@/server/domain/workspaces/policy";
import { hashToken } from "@/server/domain/workspaces/team/hash-token";
import { lockTeam } from "@/server/domain/workspaces/team/lock-team";
import type { InviteInput, TeamRefusal } from "@/server/domain/workspaces/team/schema";
import type { MemberActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { type Tx, transaction } from "@/server/lib/db";
import { appUrl } from "@/server/lib/env";
import { localeFor, phrase } from "@/server/lib/phrases";

/** More open invitations than this is no team any more. */
const mostOpen = 50;
const dayMs = 24 * 3600_000;

/** `link` is told this once and only where there is no letter. */
type InviteResult = { ok: true; link: string | null } | { ok: false; reason: TeamRefusal };

/**
 * Makes a way into the workspace: a link to hand on, or a letter with one that only an account of its address can use.
 * A second letter to the same address takes the place of the first. Throws `forbidden`.
 */
export async function inviteMember(actor: MemberActor, input: InviteInput): Promise<InviteResult> {
  const { workspaceId } = actor;
  const { role, days, email = null } = input;
  return transaction(async (tx) => {
    const { workspace, me } = await lockTeam(tx, actor);
    requirePermission(me, "team.manage");
    const now = clock.now();
    const open = { workspaceId, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } };
    if (email) {
      const known = await tx.member.findFirst({ where: { workspaceId, user: { email } } });
      if (known) return { ok: false, reason: "already_member" };
      await tx.invitation.updateMany({ where: { ...open, email }, data: { revokedAt: now } });
    }
    if ((await tx.invitation.count({ where: open })) >= mostOpen) return { ok: false, reason: "too_many" };
    const token = randomBytes(32).toString("base64url");
    const expiresAt = new Date(now.getTime() + days * dayMs);
    const { id } = await tx.invitation.create({
      data: {
        workspaceId,
        email,
        role,
        tokenHash: hashToken(token),
        createdByUserId: actor.userId,
        createdAt: now,
        expiresAt,
      },
    });
    await recordAudit(tx, actor, {
      action: "member.invited",
      target: { id, name: email ?? "" },
      details: { role, days },
    });
    const link = `${appUrl}/invite/${token}`;
    if (!email) return { ok: true, link };
    const letter = { inviter: me.name, workspace: workspace.name, role, days, link };
    await sendLetter(tx, actor, email, letter);
    return { ok: true, link: null };
  });
}

async function sendLetter(
  tx: Tx,
  { workspaceId, userId }: MemberActor,
  to: string,
  values: { inviter: string; workspace: string; role: string; days: number; link: string },
): Promise<void> {
  // Whoever is invited by a letter may have no account and no language yet: that of who invites is the best guess.
  const { locale } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { locale: true } });
  const language = localeFor(locale);
  const subject = phrase(language, "Mail.inviteSubject", {
    inviter: values.inviter,
    workspace: values.workspace,
  });
  await queueMail(tx, {
    workspaceId,
    to,
    subject: subject.replace(/[\r\n]+/g, " "),
    text: phrase(language, "Mail.inviteText", values),
  });
}
