import { clock } from "@/server/lib/clock";
import { db } from "@/server/lib/db";

/** Notes that a person refuses the bot's private messages, or takes them again. */
export async function setContactBlocked(contactId: number, blocked: boolean): Promise<void> {
  await db.contact.update({ where: { id: contactId }, data: { blockedAt: blocked ? clock.now() : null } });
}
