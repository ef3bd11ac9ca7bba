import type { Contact, Message } from "@/prisma/generated/client";
import type { OutgoingMessage } from "@/server/providers/provider";

/** A message with whoever wrote it. */
export type AuthoredMessage = Message & { contact: Contact | null };

const marks = { customer: "👤", assistant: "🤖", manager: "💬", system: "▫️" } as const;

/** How a contact is called in topics and cards. */
export function displayName(
  contact: Pick<Contact, "firstName" | "lastName" | "username" | "externalId">,
): string {
  const name = [contact.firstName, contact.lastName].filter(Boolean).join(" ").trim();
  return name || (contact.username ? `@${contact.username}` : contact.externalId);
}

/** One message as managers read it in a topic: who, then what. */
export function topicLine(message: AuthoredMessage, customerName: string): string {
  const who =
    message.author === "customer" ? customerName : message.contact ? displayName(message.contact) : "";
  const mark = message.kind === "note" ? "📝" : marks[message.author];
  return who ? `${mark} ${who}\n${message.text}` : `${mark} ${message.text}`;
}

/** Packs lines into as few messages as a channel's limit allows; a line that is longer alone stays whole. */
export function packLines(lines: string[], limit = 3900): OutgoingMessage[] {
  const packed: OutgoingMessage[] = [];
  let text = "";
  for (const line of lines) {
    if (text && text.length + line.length + 2 > limit) {
      packed.push({ text });
      text = "";
    }
    text = text ? `${text}\n\n${line}` : line;
  }
  if (text) packed.push({ text });
  return packed;
}
