import type { Prisma } from "@/prisma/generated/client";
import type { ApprovalView } from "@/server/domain/approvals/schema";
import { chatTitle } from "@/server/domain/messages/hub/hub-message-view";
import type { ApiKeyActor, MemberActor } from "@/server/lib/actor";

/** What an ApprovalView is made of. */
export const approvalInclude = {
  chat: {
    include: {
      resource: { select: { provider: true, name: true } },
      contact: { select: { firstName: true, lastName: true, username: true, externalId: true } },
    },
  },
  batch: true,
} satisfies Prisma.ApprovalInclude;

export type FullApproval = Prisma.ApprovalGetPayload<{ include: typeof approvalInclude }>;

/** A proposal as its reader sees it. */
export function approvalView(approval: FullApproval, reader: ApiKeyActor | MemberActor): ApprovalView {
  const { chat, batch } = approval;
  return {
    id: approval.id,
    status: approval.status,
    text: approval.text,
    proposedText: approval.proposedText,
    context: approval.context,
    kind: approval.kind,
    source: approval.source,
    sourceName: approval.sourceName,
    isOwn: isOwnProposal(approval, reader),
    chat: {
      id: chat.id,
      externalId: chat.externalId,
      provider: chat.resource.provider,
      type: chat.type,
      title: chatTitle(chat),
      resourceId: chat.resourceId,
      resourceName: chat.resource.name,
    },
    batch: batch && {
      id: batch.id,
      name: batch.name,
      position: approval.position,
      delaySeconds: batch.delaySeconds,
    },
    expiresAt: approval.expiresAt.toISOString(),
    decidedBy: approval.decidedByKind
      ? { kind: approval.decidedByKind, name: approval.decidedByName ?? "" }
      : null,
    decidedAt: approval.decidedAt?.toISOString() ?? null,
    reason: approval.reason,
    errorCode: approval.errorCode,
    sendAfter: approval.sendAfter?.toISOString() ?? null,
    sentAt: approval.sentAt?.toISOString() ?? null,
    createdAt: approval.createdAt.toISOString(),
  };
}

/**
 * Whether a member would decide on their own proposal, which somebody else has to; an owner answers to nobody. A key that
 * may do both was given both by the owner's word (createApiKey, HUB_API_KEY_MAY_APPROVE).
 */
export function isOwnProposal({ source }: { source: string }, actor: ApiKeyActor | MemberActor): boolean {
  return actor.kind === "member" && actor.role !== "owner" && source === `member:${actor.userId}`;
}
