import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { displayName } from "@/server/domain/conversations/topic-lines";
import {
  listChats,
  type ProgramChat,
  readChat,
} from "@/server/domain/messages/hub/for-programs/chat-queries";
import { listParticipants } from "@/server/domain/messages/hub/for-programs/list-participants";
import { refuseBadInput } from "@/server/rest/failure";
import { type ApiEnv, apiKeyGate } from "@/server/rest/routes/v1/api-key-gate";
import { notFound } from "@/server/rest/routes/v1/refusals";
import { answers, security } from "@/server/rest/routes/v1/shapes/answer";
import { anyIdParams, limitParam, offsetParam, resourceIdParam } from "@/server/rest/routes/v1/shapes/params";
import {
  paginationOf,
  paginationShape,
  personOf,
  personShape,
  providerIdOf,
  providerIdShape,
} from "@/server/rest/routes/v1/shapes/person";

const tags = ["Chats"];
const count = z.number().int();
const typeShape = z.enum(["private", "group", "supergroup", "channel"]);

const chatShape = z
  .object({
    id: count,
    chat_id: providerIdShape,
    resource_id: count,
    provider: z.string(),
    name: z.string(),
    type: typeShape,
    members: count.openapi({ description: "People seen there who have not left." }),
    client_id: count.nullable().openapi({ description: "Our id of the other person of a private chat." }),
    is_ignored: z.boolean().openapi({ description: "The hub leaves it alone, by the owner's wish." }),
    is_bot_member: z.boolean(),
    first_seen: z.iso.datetime(),
    last_message_at: z.iso.datetime().nullable(),
  })
  .openapi("Chat", {
    example: {
      id: 5,
      chat_id: -1001234567890,
      resource_id: 3,
      provider: "telegram",
      name: "Цветущий город, опт",
      type: "supergroup",
      members: 41,
      client_id: null,
      is_ignored: false,
      is_bot_member: true,
      first_seen: "2026-10-02T08:11:04.000Z",
      last_message_at: "2026-11-21T06:30:00.000Z",
    },
  });

const list = createRoute({
  method: "get",
  path: "/",
  operationId: "listChats",
  tags,
  summary: "Chats",
  description: "Scope `messages:read`. The newest words first.",
  security,
  request: {
    query: z.object({
      type: typeShape.optional(),
      resource_id: resourceIdParam,
      limit: limitParam,
      offset: offsetParam,
    }),
  },
  responses: answers(
    "A page of chats.",
    z
      .object({ count, total: count, chats: z.array(chatShape), pagination: paginationShape })
      .openapi("Chats"),
  ),
});
const one = createRoute({
  method: "get",
  path: "/{id}",
  operationId: "getChat",
  tags,
  summary: "One chat",
  description: "Scope `messages:read`.",
  security,
  request: { params: anyIdParams },
  responses: { ...answers("The chat.", chatShape), ...notFound },
});
const participants = createRoute({
  method: "get",
  path: "/{id}/participants",
  operationId: "listChatParticipants",
  tags,
  summary: "Who was seen in a chat",
  description: "Scopes `messages:read` and `contacts:read`. Last seen first; the moments are of this chat.",
  security,
  request: { params: anyIdParams, query: z.object({ limit: limitParam, offset: offsetParam }) },
  responses: {
    ...answers(
      "A page of people.",
      z
        .object({
          count,
          total: count,
          participants: z.array(
            personShape.extend({ left_at: z.iso.datetime().nullable() }).openapi("Participant"),
          ),
          pagination: paginationShape,
        })
        .openapi("Participants"),
    ),
    ...notFound,
  },
});

function chatOf(chat: ProgramChat): z.infer<typeof chatShape> {
  const { provider } = chat.resource;
  return {
    id: chat.id,
    chat_id: providerIdOf(provider, chat.externalId),
    resource_id: chat.resourceId,
    provider,
    name: chat.title || (chat.contact ? displayName(chat.contact) : chat.externalId),
    type: chat.type,
    members: chat._count.members,
    client_id: chat.contactId,
    is_ignored: chat.ignoredAt !== null,
    is_bot_member: chat.botLeftAt === null,
    first_seen: chat.createdAt.toISOString(),
    last_message_at: chat.lastMessageAt?.toISOString() ?? null,
  };
}

/** Private chats, groups and channels. */
export const chatRoutes = new OpenAPIHono<ApiEnv>({ defaultHook: refuseBadInput });
chatRoutes.use(apiKeyGate);
chatRoutes.openapi(list, async (c) => {
  const { resource_id: resourceId, ...query } = c.req.valid("query");
  const { chats, total } = await listChats(c.var.actor, { ...query, resourceId });
  const pagination = paginationOf(query, total, chats.length);
  return c.json({ count: chats.length, total, chats: chats.map(chatOf), pagination }, 200);
});
chatRoutes.openapi(one, async (c) =>
  c.json(chatOf(await readChat(c.var.actor, c.req.valid("param").id)), 200),
);
chatRoutes.openapi(participants, async (c) => {
  const page = c.req.valid("query");
  const found = await listParticipants(c.var.actor, c.req.valid("param").id, page);
  const people = found.participants.map((seen) => ({
    ...personOf(seen.contact),
    first_seen: seen.firstSeenAt.toISOString(),
    last_seen: seen.lastSeenAt.toISOString(),
    left_at: seen.leftAt?.toISOString() ?? null,
  }));
  const pagination = paginationOf(page, found.total, people.length);
  return c.json({ count: people.length, total: found.total, participants: people, pagination }, 200);
});
