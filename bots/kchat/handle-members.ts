import type { KchatContext } from "@/bots/kchat/context";
import { type SeenPlace, seenChat, seenContact, seenType } from "@/bots/kchat/seen-in";
import { noteMember } from "@/server/domain/messages/hub/note-member";
import { noteGroup } from "@/server/domain/resources/note-group";
import { clock } from "@/server/lib/clock";
import { toChatId } from "@/server/providers/kchat/chat-id";
import { peopleIn } from "@/server/providers/kchat/read-event";

type MembersEvent = SeenPlace & { type: string; payload: object };

const came = ["GROUP_USER_JOIN", "GROUP_USERS_ADD"];
const went = ["GROUP_USER_LEAVE", "GROUP_USER_REMOVE"];

/** Writes down who came into a group and who left it, the bot among them; everything else is passed over. */
export async function handleMembers(
  { resource }: KchatContext,
  event: MembersEvent,
  ownId: string | null,
): Promise<void> {
  const { type, workspaceId, groupId, payload } = event;
  if (type === "GROUP_ME_ADD" || type === "GROUP_ME_REMOVE") {
    const chatType = type === "GROUP_ME_REMOVE" ? "group" : await seenType(resource, event);
    if (chatType === "private") return;
    await noteGroup({
      workspaceId: resource.workspaceId,
      resourceId: resource.id,
      externalId: toChatId(workspaceId, groupId),
      type: chatType,
      isForum: false,
      botStatus: type === "GROUP_ME_ADD" ? "member" : "left",
    });
    return;
  }
  const isIn = came.includes(type);
  if (!isIn && !went.includes(type)) return;
  const chatType = await seenType(resource, event);
  if (chatType === "private") return;
  const chat = await seenChat(resource, event, chatType);
  if (chat.ignoredAt) return;
  for (const userId of peopleIn(payload)) {
    if (userId === ownId) continue;
    const contact = await seenContact(resource, userId);
    await noteMember({ chatId: chat.id, contactId: contact.id, at: clock.now(), isIn });
  }
}
