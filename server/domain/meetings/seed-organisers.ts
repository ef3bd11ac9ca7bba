import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { lockPeople } from "@/server/domain/meetings/lock-people";
import { type ListedPerson, readInviteeRows } from "@/server/domain/meetings/parse-invitee-lines";
import { personEmail } from "@/server/domain/meetings/person-address";
import { recognisePerson } from "@/server/domain/meetings/recognise-person";
import type { BadLine } from "@/server/domain/meetings/schema";
import type { Tx } from "@/server/lib/db";

type Named = Pick<ListedPerson, "fullName" | "email" | "phone">;
/** The organisers that the environment names, and one line for each entry that could not be used. */
export type NamedOrganisers = { people: Named[]; problems: string[] };

/** Only what an entry without a good address needs to be told. */
const faults: Record<BadLine["reason"], string> = {
  no_name: "has no name",
  no_address: "has neither an e-mail address nor a phone number",
  bad_email: "has no valid e-mail address",
  bad_phone: "has no valid phone number",
  too_many_parts: "has more than full name | e-mail | phone",
  too_long: "is too long",
  double: "is there twice",
};

/**
 * Reads MEETING_ADMINS (`e-mail;e-mail` or `full name|e-mail;…`) and the file of MEETING_ADMINS_FILE
 * (`full name | e-mail | phone`, one a line; `#` begins a comment).
 */
export function readOrganisers(
  { list, file }: { list: string | undefined; file: string | undefined },
  workingFolder: string,
): NamedOrganisers {
  const inline = readEntries(
    (list ?? "").split(";").map((text, index) => ({ line: index + 1, text: text.trim() })),
    (line) => `MEETING_ADMINS, entry ${line}`,
  );
  if (!file) return inline;
  const path = resolve(workingFolder, file);
  const text = existsSync(path) ? readText(path) : null;
  if (text === null)
    return { ...inline, problems: [...inline.problems, `MEETING_ADMINS_FILE cannot be read: ${file}`] };
  const lines = text.replace(/^\u{feff}/u, "").split(/\r\n|\r|\n/);
  const filed = readEntries(
    lines.map((line, index) => ({ line: index + 1, text: line.trim() })),
    (line) => `${file}, line ${line}`,
  );
  return {
    people: [...inline.people, ...filed.people],
    problems: [...inline.problems, ...filed.problems],
  };
}

/**
 * Makes the named people organisers of the workspace that the environment describes, else of the demo; who is one already
 * stays as they are. Returns problems, one line each.
 */
export async function seedOrganisers(tx: Tx, { people, problems }: NamedOrganisers): Promise<string[]> {
  if (people.length === 0) return problems;
  const homes = await tx.workspace.findMany({ where: { origin: { in: ["environment", "demo"] } } });
  const home = homes.find(({ origin }) => origin === "environment") ?? homes[0];
  if (!home) return [...problems, "MEETING_ADMINS names organisers, but there is no workspace for them yet."];
  const workspaceId = home.id;
  await lockPeople(tx, workspaceId);
  for (const signs of people) {
    const known = await recognisePerson(tx, workspaceId, signs);
    if (!known) await tx.meetingPerson.create({ data: { workspaceId, ...signs, isOrganiser: true } });
    else if (!known.isOrganiser)
      await tx.meetingPerson.update({ where: { id: known.id }, data: { isOrganiser: true } });
  }
  return problems;
}

function readEntries(
  entries: { line: number; text: string }[],
  place: (line: number) => string,
): NamedOrganisers {
  const given = entries.filter(({ text }) => text !== "" && !text.startsWith("#"));
  // An address alone is enough: the bot learns the name when they write to it.
  const bare = given.filter(({ text }) => personEmail(text) !== null);
  const named = given.filter((entry) => !bare.includes(entry));
  const read = readInviteeRows(named.map((entry) => ({ ...entry, parts: entry.text.split(/[|;\t]/) })));
  return {
    people: [
      ...bare.map(({ text }) => ({ fullName: "", email: personEmail(text), phone: null })),
      ...read.people,
    ].map(({ fullName, email, phone }) => ({ fullName, email, phone })),
    problems: read.bad.map(
      ({ line, text, reason }) => `${place(line)} ${faults[reason]}: “${text.slice(0, 80)}”.`,
    ),
  };
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // A folder, or a file that this user may not read: the start says so in one line.
    return null;
  }
}
