import type { ChatMemberUpdated } from "grammy/types";
import { toSeenPerson, type UpdateContext } from "@/bots/telegram/update-context";
import { identifyChat } from "@/server/domain/contacts/identify-chat";
import { identifyContact } from "@/server/domain/contacts/identify-contact";
import { noteMember } from "@/server/domain/messages/hub/note-member";
import { clock } from "@/server/lib/clock";

/** Somebody's place in a group changed; bots that administer it are told. */
export async function handleChatMember(
  { resource, settings }: UpdateContext,
  { chat, date, new_chat_member: member }: ChatMemberUpdated,
): Promise<void> {
  const isManagers = settings.managerGroupIds.includes(String(chat.id));
  if (chat.type === "private" || chat.type === "channel" || isManagers || !settings.collectsGroups) return;
  if (!member.user) return;
  const seen = await identifyChat({
    workspaceId: resource.workspaceId,
    resourceId: resource.id,
    externalId: String(chat.id),
    type: chat.type,
    title: chat.title,
    isForum: "is_forum" in chat && chat.is_forum === true,
  });
  if (seen.ignoredAt) return;
  const contact = await identifyContact(resource.workspaceId, "telegram", toSeenPerson(member.user));
  const isIn =
    member.status === "restricted" ? member.is_member : !["left", "kicked"].includes(member.status);
  const at = date === undefined ? clock.now() : new Date(date * 1000);
  await noteMember({ chatId: seen.id, contactId: contact.id, at, isIn });
}
