import type { ChatMemberUpdated } from "grammy/types";
import { seenIn, type UpdateContext } from "@/bots/telegram/update-context";
import { setContactBlocked } from "@/server/domain/contacts/set-contact-blocked";
import { noteGroup } from "@/server/domain/resources/note-group";
import { probeResource } from "@/server/domain/resources/probe-resource";

/** The bot was blocked or unblocked by a person, or its place in a group changed. */
export async function handleMembership(context: UpdateContext, change: ChatMemberUpdated): Promise<void> {
  if (change.chat.type === "private") {
    const { contact } = await seenIn(context, change.from, change.chat);
    return setContactBlocked(contact.id, change.new_chat_member.status === "kicked");
  }
  const { resource, settings } = context;
  if (settings.managerGroupIds.includes(String(change.chat.id))) {
    await probeResource(resource.id);
    return;
  }
  const { status } = change.new_chat_member;
  // Remembered for the owner to pick it as a managers' group, or to have it left alone.
  const isNews = await noteGroup({
    workspaceId: resource.workspaceId,
    resourceId: resource.id,
    externalId: String(change.chat.id),
    type: change.chat.type,
    title: change.chat.title,
    isForum: "is_forum" in change.chat && change.chat.is_forum === true,
    botStatus: status,
  });
  // What it may read there has changed perhaps.
  if (isNews && settings.collectsGroups) await probeResource(resource.id);
}
