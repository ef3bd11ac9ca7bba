import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import {
  listConversations,
  type ProgramConversation,
} from "@/server/domain/conversations/for-programs/queries";
import {
  type ProgramMessage,
  readConversation,
} from "@/server/domain/conversations/for-programs/read-conversation";
import { displayName } from "@/server/domain/conversations/topic-lines";
import { refuseBadInput } from "@/server/rest/failure";
import { type ApiEnv, apiKeyGate } from "@/server/rest/routes/v1/api-key-gate";
import { notFound } from "@/server/rest/routes/v1/refusals";
import { answers, security } from "@/server/rest/routes/v1/shapes/answer";
import {
  idParams,
  limitParam,
  offsetParam,
  resourceIdParam,
  userIdParam,
} from "@/server/rest/routes/v1/shapes/params";
import {
  paginationOf,
  paginationShape,
  providerIdOf,
  providerIdShape,
} from "@/server/rest/routes/v1/shapes/person";

const tags = ["Conversations"];
const count = z.number().int();
const stateShape = z.enum(["assistant", "waiting", "manager", "closed"]);
const moment = z.iso.datetime();

const conversationExample = {
  id: 88,
  client_id: 17,
  client_name: "Мария Соколова",
  user_id: 987654321,
  chat_id: 987654321,
  resource_id: 3,
  state: "manager" as const,
  language: "ru",
  handoff_reason: "complaint",
  summary: "Розы пришли испорченными, просит замену.",
  rating: null,
  message_count: 14,
  opened_at: "2026-11-21T05:50:00.000Z",
  last_message_at: "2026-11-21T06:30:00.000Z",
  closed_at: null,
};
const conversationShape = z
  .object({
    id: count,
    client_id: count,
    client_name: z.string(),
    user_id: providerIdShape,
    chat_id: providerIdShape
      .nullable()
      .openapi({ description: "Null while the client has only used the Mini App." }),
    resource_id: count,
    state: stateShape,
    language: z.string(),
    handoff_reason: z.string().nullable(),
    summary: z.string().nullable(),
    rating: count.nullable().openapi({ description: "1 to 5." }),
    message_count: count,
    opened_at: moment,
    last_message_at: moment,
    closed_at: moment.nullable(),
  })
  .openapi("Conversation", { example: conversationExample });

const saidShape = z
  .object({
    id: count,
    seq: count,
    author: z.enum(["customer", "assistant", "manager", "system"]),
    author_name: z.string().nullable(),
    text: z.string(),
    attachments: z.array(z.object({ kind: z.string(), file_name: z.string().nullable() })),
    timestamp: moment,
    edited_at: moment.nullable(),
  })
  .openapi("ConversationMessage");

const list = createRoute({
  method: "get",
  path: "/",
  operationId: "listConversations",
  tags,
  summary: "Conversations",
  description: "Scope `conversations:read`. The newest words first.",
  security,
  request: {
    query: z.object({
      state: stateShape.optional(),
      user_id: userIdParam,
      resource_id: resourceIdParam,
      limit: limitParam,
      offset: offsetParam,
    }),
  },
  responses: answers(
    "A page of conversations.",
    z
      .object({ count, total: count, conversations: z.array(conversationShape), pagination: paginationShape })
      .openapi("Conversations"),
  ),
});
const one = createRoute({
  method: "get",
  path: "/{id}",
  operationId: "getConversation",
  tags,
  summary: "One conversation with what was said",
  description: "Scope `conversations:read`. Oldest first; managers' private notes are left out.",
  security,
  request: {
    params: idParams,
    query: z.object({
      after_seq: z.coerce
        .number()
        .int()
        .min(0)
        .max(2 ** 31 - 1)
        .default(0)
        .openapi({ description: "Messages after this `seq`." }),
      limit: limitParam,
    }),
  },
  responses: {
    ...answers(
      "The conversation.",
      conversationShape
        .extend({ messages: z.array(saidShape), has_more: z.boolean() })
        .openapi("ConversationDetail", {
          example: {
            ...conversationExample,
            messages: [
              {
                id: 5,
                seq: 1,
                author: "customer",
                author_name: "Мария Соколова",
                text: "Розы пришли испорченные!",
                attachments: [{ kind: "photo", file_name: null }],
                timestamp: "2026-11-21T05:50:00.000Z",
                edited_at: null,
              },
            ],
            has_more: true,
          },
        }),
    ),
    ...notFound,
  },
});

function conversationOf(one: ProgramConversation): z.infer<typeof conversationShape> {
  const { provider, externalId } = one.contact;
  return {
    id: one.id,
    client_id: one.contactId,
    client_name: displayName(one.contact),
    user_id: providerIdOf(provider, externalId),
    chat_id: one.chatId === null ? null : providerIdOf(provider, one.chatId),
    resource_id: one.resourceId,
    state: one.state,
    language: one.language,
    handoff_reason: one.handoffReason,
    summary: one.summary,
    rating: one.rating,
    message_count: one.lastSeq,
    opened_at: one.openedAt.toISOString(),
    last_message_at: one.lastMessageAt.toISOString(),
    closed_at: one.closedAt?.toISOString() ?? null,
  };
}

function saidOf(message: ProgramMessage): z.infer<typeof saidShape> {
  return {
    id: message.id,
    seq: message.seq,
    author: message.author,
    author_name: message.authorName,
    text: message.text,
    attachments: message.attachments.map(({ kind, fileName }) => ({ kind, file_name: fileName })),
    timestamp: message.createdAt.toISOString(),
    edited_at: message.editedAt?.toISOString() ?? null,
  };
}

/** Support cases between a client and the company. */
export const conversationRoutes = new OpenAPIHono<ApiEnv>({ defaultHook: refuseBadInput });
conversationRoutes.use(apiKeyGate);
conversationRoutes.openapi(list, async (c) => {
  const { user_id: userId, resource_id: resourceId, ...query } = c.req.valid("query");
  const found = await listConversations(c.var.actor, { ...query, userId, resourceId });
  const conversations = found.conversations.map(conversationOf);
  const pagination = paginationOf(query, found.total, conversations.length);
  return c.json({ count: conversations.length, total: found.total, conversations, pagination }, 200);
});
conversationRoutes.openapi(one, async (c) => {
  const { after_seq: afterSeq, limit } = c.req.valid("query");
  const found = await readConversation(c.var.actor, c.req.valid("param").id, { afterSeq, limit });
  return c.json(
    {
      ...conversationOf(found.conversation),
      messages: found.messages.map(saidOf),
      has_more: found.hasMore,
    },
    200,
  );
});
