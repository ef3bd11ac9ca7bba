import type { Contact } from "@/prisma/generated/client";
import type { MemberActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";

/** The member whose account on the channel a contact is, as they proved by a code; null for everybody else. */
export async function linkedMember(
  workspaceId: number,
  { provider, externalId }: Pick<Contact, "provider" | "externalId">,
): Promise<MemberActor | null> {
  const identity = await db.memberIdentity.findUnique({
    where: { workspaceId_provider_externalId: { workspaceId, provider, externalId } },
    include: { member: { include: { user: { select: { disabledAt: true } } } } },
  });
  if (!identity || identity.member.user.disabledAt) return null;
  return { kind: "member", workspaceId, userId: identity.userId, role: identity.member.role };
}
