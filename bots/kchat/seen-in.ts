import { lookUpGroup, lookUpPerson } from "@/bots/kchat/look-up";
import { NotNow } from "@/bots/not-now";
import type { Chat, ChatType, Contact, Resource, Workspace } from "@/prisma/generated/client";
import { identifyChat } from "@/server/domain/contacts/identify-chat";
import { identifyContact } from "@/server/domain/contacts/identify-contact";
import { knowContact } from "@/server/domain/contacts/know-contact";
import { knownChat } from "@/server/domain/contacts/known-chat";
import { type KchatPlace, toChatId } from "@/server/providers/kchat/chat-id";

type KchatResource = Resource & { workspace: Workspace };

/** What an event tells of where it happened; `groupType` in KChat's words, where it is known. */
export type SeenPlace = KchatPlace & { groupType?: string };

/**
 * The person behind one of KChat's numbers, with name and addresses as far as KChat tells them. A new one is looked up
 * within the limit of requests, by their private chat where nothing else tells; without that they are known by their
 * number, and looked up the next time.
 */
export async function seenContact(
  resource: KchatResource,
  userId: string,
  privatePlace: KchatPlace | null = null,
): Promise<Contact> {
  const contact = await identifyContact(resource.workspaceId, "kchat", {
    externalId: userId,
    likelyLanguage: resource.workspace.locale,
    isBot: userId.startsWith("-"),
  });
  if (contact.isBot || contact.firstName !== "") return contact;
  const person = await lookUpPerson(resource, userId, privatePlace);
  if (!person) return contact;
  const { firstName, middleName, lastName, email, phone } = person;
  return knowContact(contact, {
    firstName: [firstName, middleName].filter(Boolean).join(" ") || lastName || userId,
    lastName: firstName || middleName ? lastName : "",
    fullName: [lastName, firstName, middleName].filter(Boolean).join(" "),
    email,
    phone,
  });
}

/** Whether a chat is private, asked for where it is not known; throws NotNow while KChat does not say. */
export async function seenType(resource: KchatResource, place: SeenPlace): Promise<ChatType> {
  const known = await knownChat(resource.id, toChatId(place.workspaceId, place.groupId));
  if (known) return known.type;
  const type = place.groupType || (await lookUpGroup(resource, place))?.group.type;
  if (!type) throw new NotNow("KChat does not say whether this chat is private");
  return type === "P2P" ? "private" : "group";
}

/** The chat, known or new; of a private one `contact` is the other person. */
export async function seenChat(
  resource: KchatResource,
  { workspaceId, groupId }: KchatPlace,
  type: ChatType,
  contact?: Contact,
): Promise<Chat> {
  return identifyChat({
    workspaceId: resource.workspaceId,
    resourceId: resource.id,
    externalId: toChatId(workspaceId, groupId),
    type,
    isForum: false,
    contactId: type === "private" ? contact?.id : undefined,
  });
}
