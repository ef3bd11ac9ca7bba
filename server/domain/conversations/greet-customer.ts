import { openChatButton } from "@/server/domain/conversations/open-chat-button";
import { replyInChat } from "@/server/domain/conversations/reply-in-chat";
import type { CustomerActor } from "@/server/lib/actor";
import { db } from "@/server/lib/db";
import { type Locale, localeFor, phrase } from "@/server/lib/phrases";

/** Greets a customer (`greeting`) or explains what they can do (`help`) in their language, with *Open chat* where there is one. */
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
  const buttons = openChatButton(
    await db.resource.findUniqueOrThrow({ where: { id: actor.resourceId } }),
    contact.languageCode,
  );
  const key = text === "help" && buttons.length === 0 ? "Bot.helpPlain" : (`Bot.${text}` as const);
  const own = greetings?.[locale]?.replaceAll("{name}", contact.firstName);
  await replyInChat(actor, {
    resourceId: actor.resourceId,
    chatExternalId,
    text: own || phrase(locale, key, { name: contact.firstName, company: contact.workspace.name }),
    buttons,
    updateKey,
  });
}
