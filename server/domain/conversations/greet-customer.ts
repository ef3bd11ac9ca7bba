import { replyInChat } from "@/server/domain/conversations/reply-in-chat";
import type { CustomerActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import { miniAppAddress } from "@/server/lib/mini-app-address";
import { type Locale, localeFor, phrase } from "@/server/lib/phrases";

/** Greets a customer (`greeting`) or explains what they can do (`help`) in their language, with *Open chat*. */
export async function greetCustomer(
  actor: CustomerActor,
  {
    updateKey,
    chatExternalId,
    text,
    greetings,
  }: {
    updateKey: string;
    chatExternalId: string;
    text: "greeting" | "help";
    /** The owner's own words by language, over ours; `{name}` stands for the customer's first name. */
    greetings?: { [Language in Locale]?: string };
  },
): Promise<void> {
  const contact = await db.contact.findUniqueOrThrow({
    where: { id: actor.contactId },
    include: { workspace: true },
  });
  const locale = localeFor(contact.languageCode);
  const own = greetings?.[locale]?.replaceAll("{name}", contact.firstName);
  await replyInChat(actor, {
    resourceId: actor.resourceId,
    chatExternalId,
    text: own || phrase(locale, `Bot.${text}`, { name: contact.firstName, company: contact.workspace.name }),
    buttons: [[{ label: phrase(locale, "Bot.openChat"), miniApp: miniAppAddress(actor.resourceId) }]],
    updateKey,
  });
}
