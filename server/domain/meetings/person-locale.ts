import type { Contact, MeetingPerson } from "@/prisma/generated/client";
import { isRussian } from "@/server/lib/is-russian";
import { type Locale, localeFor } from "@/server/lib/phrases";

/** The language a person is told of meetings in: that of their account on the channel, else by their name, else the workspace's. */
export function personLocale(
  person: Pick<MeetingPerson, "fullName"> & { contact?: Pick<Contact, "languageCode"> | null },
  workspace: { locale: string },
): Locale {
  const known = person.contact?.languageCode ?? (isRussian(person.fullName) ? "ru" : workspace.locale);
  return localeFor(known);
}
