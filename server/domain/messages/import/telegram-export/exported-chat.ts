import { z } from "zod";
import type { ChatType } from "@/prisma/generated/client";
import type { ImportedChat } from "@/server/domain/messages/import/schema";

const chatSchema = z.looseObject({
  id: z.number().int(),
  type: z.string(),
  name: z.string().nullish(),
});

const TYPES: Record<string, ChatType | undefined> = {
  personal_chat: "private",
  bot_chat: "private",
  private_group: "group",
  private_supergroup: "supergroup",
  public_supergroup: "supergroup",
  private_channel: "channel",
  public_channel: "channel",
};

export type ExportedChat = {
  chat: ImportedChat;
  /** The provider's id of a message by its number in the export. */
  messageId: (number: number) => string;
};

/**
 * The chat under its id in the Bot API; null for what is no conversation with others (saved messages). Private chats and
 * small groups number their messages for each account anew: a bot knows them by other numbers, so these are kept apart.
 */
export function exportedChat(given: Record<string, unknown>): ExportedChat | null {
  const read = chatSchema.safeParse(given);
  const type = read.success ? TYPES[read.data.type] : undefined;
  if (!read.success || !type) return null;
  const { id, name } = read.data;
  const title = name ?? undefined;
  if (type === "private") {
    const isBot = read.data.type === "bot_chat";
    const contact = { externalId: String(id), firstName: title ?? "", isBot };
    return { chat: { externalId: String(id), type, contact }, messageId: (number) => `export:${number}` };
  }
  return {
    chat: { externalId: type === "group" ? `-${id}` : channelId(id), type, title },
    messageId: (number) => (type === "group" ? `export:${number}` : String(number)),
  };
}

/** Supergroups and channels stand beyond -10^12 in the Bot API (https://core.telegram.org/api/bots/ids). */
function channelId(id: number): string {
  return String(-(1_000_000_000_000 + id));
}

/** `user12`, `chat12` and `channel12` as the Bot API numbers them; null for anything else. */
export function peerId(given: string): { externalId: string; isChannel: boolean } | null {
  const [, kind, digits] = /^(user|chat|channel)?(\d{1,16})$/.exec(given) ?? [];
  if (!digits) return null;
  if (kind === "chat") return { externalId: `-${digits}`, isChannel: false };
  if (kind === "channel") return { externalId: channelId(Number(digits)), isChannel: true };
  return { externalId: digits, isChannel: false };
}
