import { z } from "zod";
import type { Contact, Message } from "@/prisma/generated/client";
import { textEntity } from "@/server/lib/text-entity";
import type { OutgoingMessage } from "@/server/providers/provider";

/** A message with whoever wrote it: a person of the channel, or a member in the browser. */
export type AuthoredMessage = Message & { contact: Contact | null; user: { name: string } | null };

const marks = { customer: "👤", assistant: "🤖", manager: "💬", system: "ℹ️" } as const;

/** How a contact is called in topics and cards. */
export function displayName(
  contact: Pick<Contact, "firstName" | "lastName" | "username" | "externalId">,
): string {
  const name = [contact.firstName, contact.lastName].filter(Boolean).join(" ").trim();
  return name || (contact.username ? `@${contact.username}` : contact.externalId);
}

/** What a message says, with its formatting; `before` stands in front of it. */
export function messageText(message: Pick<Message, "text" | "entities">, before = ""): OutgoingMessage {
  const entities = z
    .array(textEntity)
    .parse(message.entities)
    .map((entity) => ({ ...entity, offset: entity.offset + before.length }));
  const text = message.text ? before + message.text : before.trimEnd();
  return { text, ...(entities.length > 0 && { entities }) };
}

/** One message as managers read it in a topic: who, then what. */
export function topicLine(message: AuthoredMessage, customerName: string, before = ""): OutgoingMessage {
  const who = message.author === "customer" ? customerName : authorName(message);
  const mark = message.kind === "note" ? "📝" : marks[message.author];
  return messageText(message, `${before}${who ? `${mark} ${who}\n` : `${mark} `}`);
}

function authorName({ user, contact }: AuthoredMessage): string {
  return user?.name ?? (contact ? displayName(contact) : "");
}

/** Groups lines into as few messages as a channel's limit allows; a line that is longer alone stays whole. */
export function packLines<Line extends OutgoingMessage>(lines: Line[], limit = 3900): Line[][] {
  const packed: Line[][] = [];
  let length = 0;
  for (const line of lines) {
    const last = packed.at(-1);
    if (last && length + line.text.length + 2 <= limit) {
      last.push(line);
      length += line.text.length + 2;
    } else {
      packed.push([line]);
      length = line.text.length;
    }
  }
  return packed;
}
