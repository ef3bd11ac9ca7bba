import { lockPeople } from "@/server/domain/meetings/lock-people";
import { personEmail } from "@/server/domain/meetings/person-address";
import type { MeetingActor } from "@/server/domain/meetings/require-meeting-right";
import type { Tx } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

/**
 * Whom guests are told as the organiser: the person named, else whoever acts; a member becomes a person of meetings by
 * that. Null for programs and the product itself. Throws `not_found` for nobody of the workspace.
 */
export async function organiserOf(
  tx: Tx,
  actor: MeetingActor,
  asked: number | null | undefined,
): Promise<number | null> {
  const { workspaceId } = actor;
  if (asked === null) return null;
  if (asked !== undefined) {
    if ((await tx.meetingPerson.count({ where: { id: asked, workspaceId } })) > 0) return asked;
    throw new AppError("not_found", "person", "There is no such person.");
  }
  if (actor.kind === "organiser") return actor.personId;
  if (actor.kind !== "member") return null;
  const user = await tx.user.findUniqueOrThrow({ where: { id: actor.userId } });
  const email = personEmail(user.email);
  if (!email) return null;
  await lockPeople(tx, workspaceId);
  const person = await tx.meetingPerson.upsert({
    where: { workspaceId_email: { workspaceId, email } },
    create: { workspaceId, email, fullName: user.name },
    update: {},
  });
  return person.id;
}
