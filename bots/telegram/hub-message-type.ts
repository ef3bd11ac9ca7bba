import type { Message } from "grammy/types";
import { tellsOfChat } from "@/bots/telegram/words-for-unknown";
import type { HubMessageType } from "@/prisma/generated/client";

// A GIF comes as a document too, a place with a name as a location.
const contents = [
  ...["photo", "animation", "document", "voice", "audio", "video", "video_note", "sticker", "location"],
  ...["contact", "poll"],
] as HubMessageType[];

/** What kind of message the hub shows it as. */
export function hubMessageType(message: Message): HubMessageType {
  if (message.text !== undefined) return "text";
  const kind = contents.find((name) => message[name as keyof Message] !== undefined);
  return kind ?? (tellsOfChat(message) ? "service" : "other");
}
