import type { Message } from "grammy/types";
import { toSeenPerson } from "@/bots/telegram/update-context";
import type { SeenPerson } from "@/server/domain/contacts/identify-contact";

/**
 * Who says a message: a person or bot; a channel, in its own posts and where it speaks in a group; or the group itself,
 * in whose name its anonymous admins write. Null where Telegram does not say.
 */
export function readSender({ sender_chat: chat, from }: Message): SeenPerson | null {
  if (!chat) return from ? toSeenPerson(from) : null;
  return {
    externalId: String(chat.id),
    firstName: chat.title ?? "",
    username: chat.username,
    // Nobody is known to stand behind a channel's words.
    isBot: chat.type === "channel",
  };
}
