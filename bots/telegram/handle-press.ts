import type { CallbackQuery } from "grammy/types";
import { handleApprovalPress, isApprovalPress } from "@/bots/telegram/handle-approval-press";
import { customerActor, seenIn, staffActor, type UpdateContext } from "@/bots/telegram/update-context";
import { closeConversation } from "@/server/domain/conversations/close-conversation";
import { pressAsCustomer } from "@/server/domain/conversations/press-as-customer";
import { returnToAssistant } from "@/server/domain/conversations/return-to-assistant";
import { openResource } from "@/server/domain/messages/open-resource";
import { retryDelivery } from "@/server/domain/messages/retry-delivery";
import { logger } from "@/server/lib/logger";
import { localeFor, phrase } from "@/server/lib/phrases";

/** A pressed inline button; its waiting state is ended with a short answer. */
export async function handlePress(context: UpdateContext, press: CallbackQuery): Promise<void> {
  const text = await carryOut(context, press);
  const { provider, credentials, world } = openResource(context.resource);
  try {
    await provider.channel?.answerButton(credentials, world, press.id, text);
  } catch (error) {
    // The deed is done; only the button's waiting state lasts a little longer.
    logger.warn(
      { resourceId: context.resource.id, error: String(error) },
      "a pressed button could not be answered",
    );
  }
}

async function carryOut(context: UpdateContext, press: CallbackQuery): Promise<string | undefined> {
  if (!press.message) return undefined;
  const { contact } = await seenIn(context, press.from, press.message.chat);
  const isPrivate = press.message.chat.type === "private";
  if (!isPrivate && isApprovalPress(press.data ?? ""))
    return handleApprovalPress(context, press.data ?? "", contact);
  if (isPrivate) {
    const locale = localeFor(contact.languageCode);
    return (await pressAsCustomer(customerActor(context, contact), press.data ?? "", locale)).answer;
  }
  const [, act = "", id = ""] = /^(close|ai|retry):(\d{1,9})$/.exec(press.data ?? "") ?? [];
  // Old buttons stay; data that is not ours in form is nobody's.
  return act ? staffPress(context, act, Number(id), contact) : undefined;
}

async function staffPress(
  context: UpdateContext,
  act: string,
  /** Of a conversation, or of the delivery to be tried again. */
  id: number,
  contact: Parameters<typeof staffActor>[1],
): Promise<string | undefined> {
  const locale = localeFor(context.resource.workspace.locale);
  const staff = await staffActor(context, contact);
  if (!staff) return phrase(locale, "Managers.hint", { id: contact.externalId, name: contact.firstName });
  if (act === "retry") {
    const retried = await retryDelivery(staff, { deliveryId: id });
    return phrase(locale, retried.ok ? "Bot.retrying" : "Bot.retryNeedless");
  }
  const done =
    act === "close"
      ? await closeConversation(staff, { conversationId: id })
      : act === "ai"
        ? await returnToAssistant(staff, { conversationId: id })
        : null;
  if (!done) return undefined;
  if (!done.ok)
    return phrase(locale, done.reason === "closed" ? "Managers.closedAlready" : "Managers.noConversation");
  return phrase(locale, act === "close" ? "Managers.closed" : "Managers.returned");
}
