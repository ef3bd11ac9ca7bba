import type { Message } from "grammy/types";
import { knownMessages } from "@/server/domain/conversations/known-messages";

/** The messages of an album that were not taken in yet: its late ones may come with those handled before. */
export async function freshParts(chatId: number, album: Message[]): Promise<Message[]> {
  if (album.length === 1) return album;
  const known = await knownMessages(
    chatId,
    album.map((message) => String(message.message_id)),
  );
  return album.filter((message) => !known.has(String(message.message_id)));
}
