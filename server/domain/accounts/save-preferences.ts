import type { SavePreferencesInput } from "@/server/domain/accounts/schema";
import type { AccountActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";

/**
 * Keeps a language or a theme that was chosen in passing with the account, so that its other browsers follow. The demo's
 * shared account keeps none: everybody chooses for their own browser.
 */
export async function savePreferences(
  actor: AccountActor,
  { locale, theme }: SavePreferencesInput,
): Promise<void> {
  await db.user.updateMany({ where: { id: actor.userId, isDemo: false }, data: { locale, theme } });
}
