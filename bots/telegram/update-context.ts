import type { Chat as TelegramChat, User } from "grammy/types";
import { z } from "zod";
import type { Chat, Contact, Resource, Workspace } from "@/prisma/generated/client";
import { identifyChat } from "@/server/domain/contacts/identify-chat";
import { identifyContact, type SeenPerson } from "@/server/domain/contacts/identify-contact";
import { makeAdmin } from "@/server/domain/contacts/set-manager";
import type { CustomerActor, StaffContactActor } from "@/server/lib/actor";
import { type TelegramSettings, telegramSettings } from "@/server/providers/telegram/schema";

const accountSchema = z.object({ username: z.string().optional() }).catch({});

/** What handling an update needs to know of its bot. `updateKey` names the update, so that it is answered once. */
export type UpdateContext = {
  resource: Resource & { workspace: Workspace };
  settings: TelegramSettings;
  botUsername: string | undefined;
  updateKey: string;
};

/** The context of one stored update of a resource. */
export function updateContext(
  resource: Resource & { workspace: Workspace },
  externalId: string,
): UpdateContext {
  return {
    resource,
    settings: telegramSettings.parse(resource.settings),
    botUsername: accountSchema.parse(resource.account).username,
    updateKey: `u${resource.id}:${externalId}`,
  };
}

/** A Telegram user in our words. */
export function toSeenPerson(user: User): SeenPerson {
  return {
    externalId: String(user.id),
    firstName: user.first_name,
    lastName: user.last_name,
    username: user.username,
    languageCode: user.language_code,
    isBot: user.is_bot,
  };
}

/** The contact and chat behind an update, as Telegram proves them. */
export async function seenIn(
  { resource }: UpdateContext,
  user: User,
  chat: TelegramChat,
): Promise<{ contact: Contact; chat: Chat }> {
  const contact = await identifyContact(resource.workspaceId, "telegram", toSeenPerson(user));
  const seen = await identifyChat({
    workspaceId: resource.workspaceId,
    resourceId: resource.id,
    externalId: String(chat.id),
    type: chat.type,
    title: "title" in chat ? chat.title : undefined,
    isForum: "is_forum" in chat && chat.is_forum === true,
    contactId: chat.type === "private" ? contact.id : undefined,
  });
  return { contact, chat: seen };
}

/** The customer who wrote in their private chat with the bot. */
export function customerActor({ resource }: UpdateContext, contact: Contact): CustomerActor {
  return {
    kind: "customer",
    workspaceId: resource.workspaceId,
    resourceId: resource.id,
    contactId: contact.id,
  };
}

/** The staff member behind a contact, or null for everyone else. Admins named in the settings become admins here. */
export async function staffActor(
  { resource, settings }: UpdateContext,
  contact: Contact,
): Promise<StaffContactActor | null> {
  const { workspaceId } = resource;
  const place = {
    kind: "staff-contact" as const,
    workspaceId,
    resourceId: resource.id,
    contactId: contact.id,
  };
  // Anyone may take a name: what follows from it gives no rights.
  const role = contact.roleWithoutRights ? "client" : contact.role;
  if (role === "admin" || role === "director") return { ...place, role };
  if (settings.adminIds.includes(contact.externalId)) {
    await makeAdmin({ kind: "system", workspaceId }, contact.id);
    return { ...place, role: "admin" };
  }
  return role === "manager" ? { ...place, role: "manager" } : null;
}
