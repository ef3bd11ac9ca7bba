import type { SaveProfileInput } from "@/server/domain/accounts/schema";
import type { AccountActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";

/** Changes a user's name and how they want the pages, in every workspace they are in. */
export async function saveProfile(actor: AccountActor, input: SaveProfileInput): Promise<void> {
  const { name, locale, timeZone, theme } = input;
  await db.user.update({ where: { id: actor.userId }, data: { name, locale, timeZone, theme } });
}
