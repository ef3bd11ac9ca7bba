import { replyInChat } from "@/server/domain/conversations/reply-in-chat";
import type { CustomerActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import { miniAppAddress } from "@/server/lib/mini-app-address";
import { localeFor, phrase } from "@/server/lib/phrases";

/** Greets a customer (`greeting`) or explains what they can do (`help`) in their language, with *Open chat*. */
export async function greetCustomer(
  actor: CustomerActor,
  {
    updateKey,
    chatExternalId,
    text,
  }: { updateKey: string; chatExternalId: string; text: "greeting" | "help" },
): Promise<void> {
  const contact = await db.contact.findUniqueOrThrow({
    where: { id: actor.contactId },
    include: { workspace: true },
  });
  const locale = localeFor(contact.languageCode);
  await replyInChat(actor, {
    resourceId: actor.resourceId,
    chatExternalId,
    text: phrase(locale, `Bot.${text}`, { name: contact.firstName, company: contact.workspace.name }),
    buttons: [[{ label: phrase(locale, "Bot.openChat"), miniApp: miniAppAddress(actor.resourceId) }]],
    updateKey,
  });
}
