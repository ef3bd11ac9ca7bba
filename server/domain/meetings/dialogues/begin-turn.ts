import type { Contact, MeetingPerson } from "@/prisma/generated/client";
import type { OpenDialogue } from "@/server/domain/meetings/dialogues/dialogue";
import { meetPerson, recogniseContact } from "@/server/domain/meetings/dialogues/meet-person";
import { turnKey } from "@/server/domain/meetings/dialogues/turn-key";
import { clock } from "@/server/lib/clock";
import { transaction } from "@/server/lib/db";

/** A dialogue that nobody went on with for so long is over: what comes then is no answer to it. */
const restsMs = 24 * 3600_000;

export type BegunTurn = {
  person: MeetingPerson;
  /** Was ever invited to a meeting of the workspace. */
  isInvited: boolean;
  dialogue: OpenDialogue | null;
  /** The update was answered before. */
  isDone: boolean;
};

/**
 * Who wrote to a bot, and where they stand with meetings. Whoever is met for the first time is kept where `keepsNew`
 * says so, else they are null.
 */
export async function beginTurn(
  contact: Contact,
  { resourceId, updateKey, keepsNew }: { resourceId: number; updateKey: string; keepsNew: boolean },
): Promise<BegunTurn | null> {
  return transaction(async (tx) => {
    const person = keepsNew ? await meetPerson(tx, contact) : await recogniseContact(tx, contact);
    if (!person) return null;
    const stored = await tx.meetingDialogue.findFirst({ where: { personId: person.id, resourceId } });
    const isAlive = stored && stored.updatedAt.getTime() > clock.now().getTime() - restsMs;
    return {
      person,
      isInvited: (await tx.invitee.count({ where: { personId: person.id } })) > 0,
      dialogue: isAlive ? { name: stored.name, step: stored.step, data: stored.data ?? {} } : null,
      isDone: (await tx.delivery.count({ where: { dedupeKey: turnKey(updateKey, 0) } })) > 0,
    };
  });
}
