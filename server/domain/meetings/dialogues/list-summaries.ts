import { personLocale } from "@/server/domain/meetings/person-locale";
import type { OrganiserActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import type { Locale } from "@/server/lib/phrases";

/** A message that shows an organiser how a meeting stands. */
export type SummaryInChat = {
  organiser: OrganiserActor;
  locale: Locale;
  view: string;
  shown: string;
  deliveryKey: string;
};

/** The messages in which a provider's bot last showed organisers how a meeting stands, as far as they have arrived. */
export async function listSummaries(meetingId: number, provider: string): Promise<SummaryInChat[]> {
  const rows = await db.meetingSummary.findMany({
    where: { meetingId, externalId: { not: null }, chat: { resource: { provider } } },
    include: {
      chat: { include: { workspace: true } },
      person: { include: { contact: { select: { languageCode: true } } } },
    },
    orderBy: { personId: "asc" },
  });
  return rows.map(({ chat, person, view, shown, deliveryKey }) => ({
    organiser: {
      kind: "organiser",
      workspaceId: chat.workspaceId,
      resourceId: chat.resourceId,
      personId: person.id,
    },
    locale: personLocale(person, chat.workspace),
    view,
    shown,
    deliveryKey,
  }));
}
