import { db, type Tx } from "@/server/lib/db";

/** Telegram's limits of a start parameter: https://core.telegram.org/bots/features#deep-linking. */
const startParameter = /^[\w-]{1,64}$/;

/** Remembers the deep link that a person came by, its start parameter; the first one counts. */
export async function noteLeadSource(
  contactId: number,
  source: string | undefined,
  tx: Tx = db,
): Promise<void> {
  if (!source || !startParameter.test(source)) return;
  await tx.contact.updateMany({ where: { id: contactId, leadSource: null }, data: { leadSource: source } });
}
