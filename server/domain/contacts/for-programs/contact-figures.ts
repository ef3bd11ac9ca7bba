import type { Contact } from "@/prisma/generated/client";
import { readContact } from "@/server/domain/contacts/for-programs/read-contact";
import { personContactIds } from "@/server/domain/contacts/person-contact-ids";
import type { IntentName, SentimentName } from "@/server/domain/messages/hub/schema";
import type { ApiKeyActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";
import { db, pool } from "@/server/lib/db";

export type ContactFigures = {
  contact: Contact;
  since: Date;
  messages: number;
  urgent: number;
  chats: number;
  firstAt: Date | null;
  lastAt: Date | null;
  byIntent: Partial<Record<IntentName, number>>;
  bySentiment: Partial<Record<SentimentName, number>>;
};

type Row = {
  messages: number;
  urgent: number;
  chats: number;
  first_at: Date | null;
  last_at: Date | null;
  by_intent: ContactFigures["byIntent"] | null;
  by_sentiment: ContactFigures["bySentiment"] | null;
};

/** What one person wrote within the last days, on all channels that were merged. Throws `forbidden`, `not_found` (`contact`). */
export async function contactFigures(
  actor: ApiKeyActor,
  id: string,
  { days }: { days: number },
): Promise<ContactFigures> {
  const contact = await readContact(actor, id);
  const ids = await personContactIds(db, actor.workspaceId, contact.id);
  const since = new Date(clock.now().getTime() - days * 24 * 3600_000);
  const { rows } = await pool().query<Row>(
    `with said as materialized (
       select chat_id, sent_at, urgent, intent, sentiment from hub_messages
       where workspace_id = $1 and contact_id = any($2) and sent_at >= $3 and deleted_at is null)
     select count(*)::int as messages, count(*) filter (where urgent)::int as urgent,
       count(distinct chat_id)::int as chats, min(sent_at) as first_at, max(sent_at) as last_at,
       (select json_object_agg(intent, count) from (
         select intent, count(*) from said where intent is not null group by 1) i) as by_intent,
       (select json_object_agg(sentiment, count) from (
         select sentiment, count(*) from said where sentiment is not null group by 1) f) as by_sentiment
     from said`,
    [actor.workspaceId, ids, since],
  );
  const [row] = rows;
  return {
    contact,
    since,
    messages: row?.messages ?? 0,
    urgent: row?.urgent ?? 0,
    chats: row?.chats ?? 0,
    firstAt: row?.first_at ?? null,
    lastAt: row?.last_at ?? null,
    byIntent: row?.by_intent ?? {},
    bySentiment: row?.by_sentiment ?? {},
  };
}
