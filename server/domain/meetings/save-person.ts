import type { MeetingPerson } from "@/prisma/generated/client";
import { recordAudit } from "@/server/domain/audit/record-audit";
import { findReach } from "@/server/domain/meetings/find-reach";
import { lockPeople } from "@/server/domain/meetings/lock-people";
import { tellMeetingChanged } from "@/server/domain/meetings/meeting-events";
import { personEmail, personPhone } from "@/server/domain/meetings/person-address";
import { personView } from "@/server/domain/meetings/person-view";
import { recognisePerson } from "@/server/domain/meetings/recognise-person";
import { type MeetingActor, requireMeetingRight } from "@/server/domain/meetings/require-meeting-right";
import {
  type MeetingRefusal,
  type PersonView,
  type SavePersonInput,
  savePersonInput,
} from "@/server/domain/meetings/schema";
import { withdrawFromAddress } from "@/server/domain/meetings/withdraw-from-address";
import { type Tx, transaction } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

/** Keeps a person of meetings: by id, by being recognised, or as somebody new. Throws `forbidden`, `not_found`. */
export async function savePerson(
  actor: MeetingActor,
  given: SavePersonInput,
): Promise<{ ok: true; person: PersonView } | MeetingRefusal> {
  await requireMeetingRight(actor, "meetings.manage");
  const { personId, isOrganiser, isPermanent, ...fields } = savePersonInput.parse(given);
  const { workspaceId } = actor;
  const outcome = await transaction(async (tx) => {
    await lockPeople(tx, workspaceId);
    const signs = { email: personEmail(fields.email), phone: personPhone(fields.phone) };
    const known =
      personId === undefined
        ? await recognisePerson(tx, workspaceId, signs)
        : await tx.meetingPerson.findFirst({ where: { id: personId, workspaceId } });
    if (personId !== undefined && !known)
      throw new AppError("not_found", "person", "There is no such person.");
    if (!known && !signs.email && !signs.phone)
      return { ok: false as const, reason: "address_missing" as const };
    const person = known ?? (await tx.meetingPerson.create({ data: { workspaceId, ...signs } }));
    // Who was recognised keeps what this form left empty.
    const wanted = personId === undefined ? withoutEmpty(fields) : fields;
    const written = await writePerson(tx, person, wanted, { isOrganiser, isPermanent });
    if (!written.ok) return written;
    if (!known || written.changes.length > 0) {
      const target = { id: person.id, name: written.person.fullName || signs.email || "" };
      const details = { changes: written.changes };
      await recordAudit(tx, actor, { action: "meeting.person_changed", target, details });
      tellMeetingChanged(tx, workspaceId, null);
    }
    return written;
  });
  if (!outcome.ok) return outcome;
  const { person } = outcome;
  const reach = await findReach(workspaceId, [person]);
  return { ok: true, person: personView(person, reach.get(person.id) ?? "none") };
}

type Fields = Partial<Pick<SavePersonInput, "fullName" | "email" | "phone">>;

/**
 * Writes what is given of a person; an empty address is taken away. With another e-mail they are invited there, and no
 * more where they were. `changes` names what is different now. The caller holds `lockPeople`.
 */
export async function writePerson(
  tx: Tx,
  before: MeetingPerson,
  { fullName, ...addresses }: Fields,
  marks: { isOrganiser?: boolean; isPermanent?: boolean },
): Promise<
  | { ok: true; person: MeetingPerson; changes: string[] }
  | { ok: false; reason: "address_missing" | "address_taken"; detail?: string }
> {
  const { id, workspaceId } = before;
  const email = addresses.email === undefined ? before.email : personEmail(addresses.email);
  const phone = addresses.phone === undefined ? before.phone : personPhone(addresses.phone);
  if (!email && !phone && before.contactId === null) return { ok: false, reason: "address_missing" };
  const others = await tx.meetingPerson.findFirst({
    where: {
      workspaceId,
      id: { not: id },
      OR: [...(email ? [{ email }] : []), ...(phone ? [{ phone }] : [])],
    },
  });
  if (others) return { ok: false, reason: "address_taken", detail: others.fullName || others.email || "" };
  const data = { email, phone, ...(fullName !== undefined && { fullName }), ...marks };
  const person = await tx.meetingPerson.update({ where: { id }, data });
  const changes = (["fullName", "email", "phone", "isOrganiser", "isPermanent"] as const).filter(
    (name) => before[name] !== person[name],
  );
  if (changes.includes("email")) await withdrawFromAddress(tx, before);
  return { ok: true, person, changes };
}

function withoutEmpty(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ""));
}
