import { displayName } from "@/server/domain/conversations/topic-lines";
import type {
  ApiKeyActor,
  InviteeActor,
  MemberActor,
  OrganiserActor,
  StaffContactActor,
  SystemActor,
} from "@/server/lib/actor";
import type { Tx } from "@/server/lib/db";

export type AuditedActor =
  | MemberActor
  | ApiKeyActor
  | StaffContactActor
  | OrganiserActor
  | InviteeActor
  | SystemActor;

/** Who acts, by the name the team knows; the product itself has no id. */
export async function actorName(tx: Tx, actor: AuditedActor): Promise<{ id?: number; name: string }> {
  switch (actor.kind) {
    case "member": {
      const user = await tx.user.findUniqueOrThrow({ where: { id: actor.userId }, select: { name: true } });
      return { id: actor.userId, name: user.name };
    }
    case "api-key": {
      const key = await tx.apiKey.findUniqueOrThrow({
        where: { id: actor.apiKeyId },
        select: { name: true, prefix: true },
      });
      return { id: actor.apiKeyId, name: `${key.name} (${key.prefix}…)` };
    }
    case "staff-contact": {
      const contact = await tx.contact.findUniqueOrThrow({
        where: { id: actor.contactId },
      });
      // Whose account on the channel is proven acts under the name the team knows.
      const { provider, externalId } = contact;
      const identity = await tx.memberIdentity.findUnique({
        where: {
          workspaceId_provider_externalId: { workspaceId: actor.workspaceId, provider, externalId },
        },
        include: { member: { include: { user: { select: { name: true } } } } },
      });
      return { id: actor.contactId, name: identity?.member.user.name ?? displayName(contact) };
    }
    case "organiser":
    case "invitee": {
      const person = await tx.meetingPerson.findUniqueOrThrow({
        where: { id: actor.personId },
        select: { fullName: true, email: true },
      });
      return { id: actor.personId, name: person.fullName || person.email || "" };
    }
    case "system":
      return { name: "AssistChat" };
  }
}
