import type { Chat, Contact, Resource, Workspace } from "@/prisma/generated/client";
import type { KchatSettings } from "@/server/providers/kchat/schema";

/** What handling an event needs to know of its bot. `updateKey` names the event, so that it is answered once. */
export type KchatContext = {
  resource: Resource & { workspace: Workspace };
  settings: KchatSettings;
  updateKey: string;
};

/** What a person wrote to the bot; `pressed` is the data of the button that they pressed instead. */
export type Incoming = {
  contact: Contact;
  chat: Chat;
  text: string;
  pressed: string | null;
  messageId: string;
  /** By KChat's clock; a press that is no message has none. */
  sentAt?: Date;
};
