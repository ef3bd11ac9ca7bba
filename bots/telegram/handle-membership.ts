import type { ChatMemberUpdated } from "grammy/types";
import { seenIn, type UpdateContext } from "@/bots/telegram/update-context";
import { setContactBlocked } from "@/server/domain/contacts/set-contact-blocked";
import { probeResource } from "@/server/domain/resources/probe-resource";

/** The bot was blocked or unblocked by a person, or its place in a managers' group changed. */
export async function handleMembership(context: UpdateContext, change: ChatMemberUpdated): Promise<void> {
  if (change.chat.type === "private") {
    const { contact } = await seenIn(context, change.from, change.chat);
    return setContactBlocked(contact.id, change.new_chat_member.status === "kicked");
  }
  if (!context.settings.managerGroupIds.includes(String(change.chat.id))) return;
  await probeResource(context.resource.id);
}
