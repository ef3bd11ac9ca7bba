import { z } from "@hono/zod-openapi";
import {
  type HubMessageView,
  type HubResults,
  INTENTS,
  SENTIMENTS,
} from "@/server/domain/messages/hub/schema";
import {
  paginationShape,
  providerIdOf,
  providerIdShape,
  roleShape,
} from "@/server/rest/routes/v1/shapes/person";

const id = z.number().int();

const example = {
  id: 1204,
  chat_id: -1001234567890,
  user_id: 987654321,
  resource_id: 3,
  text: "Сколько стоят розы с доставкой?",
  message_type: "text",
  timestamp: "2026-11-21T06:30:00.000Z",
  username: "maria",
  first_name: "Мария",
  chat_name: "Цветущий город, опт",
  role: "client" as const,
  is_automatic: false,
  intent: "question" as const,
  intent_confidence: 0.92,
  sentiment: "neutral" as const,
  urgent: false,
  is_reply: false,
  reply_to_message_id: null,
  is_forwarded: false,
  has_file: false,
  conversation_id: null,
  edited_at: null,
};

export const messageShape = z
  .object({
    id,
    chat_id: providerIdShape,
    user_id: providerIdShape
      .nullable()
      .openapi({ description: "Null for the assistant and for members who wrote in the browser." }),
    resource_id: id,
    text: z.string().openapi({ description: "What was written; of a voice message what was said." }),
    message_type: z.string().openapi({
      description:
        "text, photo, document, voice, audio, video, video_note, animation, sticker, location, contact, poll, service or other.",
    }),
    timestamp: z.iso.datetime(),
    username: z.string().nullable(),
    first_name: z.string(),
    chat_name: z.string(),
    role: roleShape,
    is_automatic: z
      .boolean()
      .openapi({ description: "Written by no person for this chat: the assistant, notices, broadcasts." }),
    intent: z.enum(INTENTS).nullable(),
    intent_confidence: z.number().nullable(),
    sentiment: z.enum(SENTIMENTS).nullable(),
    urgent: z.boolean(),
    is_reply: z.boolean(),
    reply_to_message_id: id.nullable(),
    is_forwarded: z.boolean(),
    has_file: z.boolean(),
    conversation_id: id.nullable(),
    edited_at: z.iso.datetime().nullable(),
  })
  .openapi("Message", { example });

/** A message as the API tells it. */
export function messageOf(message: HubMessageView): z.infer<typeof messageShape> {
  const { chat, contact } = message;
  return {
    id: message.id,
    chat_id: providerIdOf(chat.provider, chat.externalId),
    user_id: contact && providerIdOf(chat.provider, contact.externalId),
    resource_id: chat.resourceId,
    text: message.text || (message.transcript ?? ""),
    message_type: message.type,
    timestamp: message.sentAt,
    username: contact?.username ?? null,
    first_name: contact?.firstName ?? message.authorName,
    chat_name: chat.title,
    role: message.role,
    is_automatic: message.isAutomatic,
    intent: message.intent,
    intent_confidence: message.intentConfidence,
    sentiment: message.sentiment,
    urgent: message.urgent,
    is_reply: message.isReply,
    reply_to_message_id: message.replyToId,
    is_forwarded: message.isForwarded,
    has_file: message.hasFile,
    conversation_id: message.conversationId,
    edited_at: message.editedAt,
  };
}

export const messagesPageShape = z
  .object({
    count: id.openapi({ description: "Messages on this page." }),
    total: id.openapi({ description: "Messages that the filter lets through, exact up to 10,000." }),
    total_is_lower_bound: z.boolean().openapi({ description: "There are more than 10,000." }),
    messages: z.array(messageShape),
    pagination: paginationShape.extend({
      next_cursor: z
        .string()
        .nullable()
        .openapi({ description: "Give it as `cursor` for the next page; null on the last one." }),
    }),
  })
  .openapi("Messages");

/** A page of messages as the API tells it. */
export function messagesPageOf(
  { messages, total, totalIsLowerBound, nextCursor }: HubResults,
  { limit, offset }: { limit: number; offset: number },
): z.infer<typeof messagesPageShape> {
  return {
    count: messages.length,
    total,
    total_is_lower_bound: totalIsLowerBound,
    messages: messages.map(messageOf),
    pagination: { limit, offset, total, has_more: nextCursor !== null, next_cursor: nextCursor },
  };
}
