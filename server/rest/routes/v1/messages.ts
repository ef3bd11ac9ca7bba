import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { listMessages } from "@/server/domain/messages/hub/for-programs/list-messages";
import { messageContext } from "@/server/domain/messages/hub/for-programs/message-context";
import { messageFigures } from "@/server/domain/messages/hub/for-programs/message-figures";
import { readMessage } from "@/server/domain/messages/hub/for-programs/read-message";
import { refuseBadInput } from "@/server/rest/failure";
import { type ApiEnv, apiKeyGate } from "@/server/rest/routes/v1/api-key-gate";
import { notFound } from "@/server/rest/routes/v1/refusals";
import { answers, security } from "@/server/rest/routes/v1/shapes/answer";
import {
  messageOf,
  messageShape,
  messagesPageOf,
  messagesPageShape,
} from "@/server/rest/routes/v1/shapes/message";
import {
  chatIdParam,
  daysParam,
  figureDays,
  flagParam,
  idParams,
  intentParam,
  limitParam,
  offsetParam,
  resourceIdParam,
  roleParam,
  sinceParam,
  untilParam,
  userIdParam,
  wordsParam,
} from "@/server/rest/routes/v1/shapes/params";
import { providerIdShape, roleShape } from "@/server/rest/routes/v1/shapes/person";

const tags = ["Messages"];
const count = z.number().int();

/** What narrows a list of messages, beside whose and where they are. */
export const messageFilter = {
  role: roleParam,
  intent: intentParam,
  exclude_automatic: flagParam("Without the assistant, notices and broadcasts."),
  has_intent: flagParam("`true`: only understood ones; `false`: only the others."),
  clients_only: flagParam("Said by clients only."),
  urgent: flagParam("`true`: only urgent ones; `false`: only the others."),
  has_file: flagParam("`true`: only those with a file; `false`: only the others."),
  days: daysParam.optional(),
  since: sinceParam,
  until: untilParam,
  q: wordsParam,
  limit: limitParam,
  offset: offsetParam,
  cursor: z
    .string()
    .max(200)
    .optional()
    .openapi({ description: "`next_cursor` of the page before; outweighs `offset`." }),
};

/** The filter as the domain takes it, and the page. */
export function readMessageFilter(query: z.infer<z.ZodObject<typeof messageFilter>>) {
  const { role, intent, exclude_automatic, has_intent, clients_only, has_file, limit, offset, cursor } =
    query;
  const { days, since, until, q, urgent } = query;
  return {
    filter: {
      ...{ days, since, until, q: q || undefined, urgent, roles: role, intents: intent },
      ...{
        excludeAutomatic: exclude_automatic,
        hasIntent: has_intent,
        clientsOnly: clients_only,
        hasFile: has_file,
      },
    },
    page: { limit, offset, cursor },
  };
}

const list = createRoute({
  method: "get",
  path: "/",
  operationId: "listMessages",
  tags,
  summary: "Messages",
  description:
    "Scope `messages:read`. Newest first, everything given must hold. A chat or person nobody has seen has none. Follow `pagination.next_cursor` from page to page: what arrives meanwhile shifts nothing.",
  security,
  request: {
    query: z.object({
      chat_id: chatIdParam,
      user_id: userIdParam,
      resource_id: resourceIdParam,
      ...messageFilter,
    }),
  },
  responses: answers("A page of messages.", messagesPageShape),
});
const total = createRoute({
  method: "get",
  path: "/stats/total",
  operationId: "countMessages",
  tags,
  summary: "How many messages",
  description: "Scope `messages:read`. Without people who are left out of figures.",
  security,
  request: { query: figureDays },
  responses: answers(
    "The number.",
    z.object({ total_messages: count, days: count, since: z.iso.datetime() }).openapi("MessageTotal", {
      example: { total_messages: 5120, days: 7, since: "2026-11-14T06:30:00.000Z" },
    }),
  ),
});
const byRole = createRoute({
  method: "get",
  path: "/stats/by-role",
  operationId: "countMessagesByRole",
  tags,
  summary: "How many messages by role",
  description: "Scope `messages:read`. Without people who are left out of figures.",
  security,
  request: { query: figureDays },
  responses: answers(
    "The numbers.",
    z
      .object({
        total_messages: count,
        days: count,
        since: z.iso.datetime(),
        by_role: z.partialRecord(roleShape, count),
      })
      .openapi("MessagesByRole", {
        example: {
          total_messages: 5120,
          days: 7,
          since: "2026-11-14T06:30:00.000Z",
          by_role: { client: 3100, manager: 1500, assistant_bot: 520 },
        },
      }),
  ),
});

const fullShape = messageShape
  .extend({
    user: z
      .object({
        id: count,
        user_id: providerIdShape,
        username: z.string().nullable(),
        first_name: z.string(),
        last_name: z.string().nullable(),
        role: roleShape,
      })
      .nullable(),
    intent: z.object({ name: z.string(), confidence: z.number().nullable() }).nullable(),
    transcript: z.string().nullable(),
    forwarded_from: z.string().nullable(),
  })
  .openapi("MessageDetail", {
    example: {
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
      role: "client",
      is_automatic: false,
      intent: { name: "question", confidence: 0.92 },
      intent_confidence: 0.92,
      sentiment: "neutral",
      urgent: false,
      is_reply: false,
      reply_to_message_id: null,
      is_forwarded: false,
      has_file: false,
      conversation_id: null,
      edited_at: null,
      user: {
        id: 17,
        user_id: 987654321,
        username: "maria",
        first_name: "Мария",
        last_name: "Соколова",
        role: "client",
      },
      transcript: null,
      forwarded_from: null,
    },
  });
const one = createRoute({
  method: "get",
  path: "/{id}",
  operationId: "getMessage",
  tags,
  summary: "One message",
  description: "Scope `messages:read`. With who said it and how it was understood.",
  security,
  request: { params: idParams },
  responses: { ...answers("The message.", fullShape), ...notFound },
});

const aside = z.coerce.number().int().min(0).max(100).default(10);
const context = createRoute({
  method: "get",
  path: "/{id}/context",
  operationId: "getMessageContext",
  tags,
  summary: "What was said around a message",
  description: "Scope `messages:read`. In the same chat, oldest first.",
  security,
  request: {
    params: idParams,
    query: z.object({
      before: aside.openapi({ description: "How many before it." }),
      after: aside.openapi({ description: "How many after it." }),
    }),
  },
  responses: {
    ...answers(
      "The message and its neighbours.",
      z
        .object({ message: messageShape, before: z.array(messageShape), after: z.array(messageShape) })
        .openapi("MessageContext"),
    ),
    ...notFound,
  },
});

/** Messages of every chat, by id and in figures. */
export const messageRoutes = new OpenAPIHono<ApiEnv>({ defaultHook: refuseBadInput });
messageRoutes.use(apiKeyGate);
messageRoutes.openapi(list, async (c) => {
  const query = c.req.valid("query");
  const { filter, page } = readMessageFilter(query);
  const whose = { chatId: query.chat_id, userId: query.user_id, resourceId: query.resource_id };
  return c.json(messagesPageOf(await listMessages(c.var.actor, { ...whose, ...filter }, page), page), 200);
});
messageRoutes.openapi(total, async (c) => {
  const { days } = c.req.valid("query");
  const figures = await messageFigures(c.var.actor, { days });
  return c.json({ total_messages: figures.total, days, since: figures.since.toISOString() }, 200);
});
messageRoutes.openapi(byRole, async (c) => {
  const { days } = c.req.valid("query");
  const figures = await messageFigures(c.var.actor, { days });
  const by_role = Object.fromEntries(figures.byRole.map((row) => [row.role, row.count]));
  return c.json({ total_messages: figures.total, days, since: figures.since.toISOString(), by_role }, 200);
});
messageRoutes.openapi(one, async (c) => {
  const message = await readMessage(c.var.actor, c.req.valid("param").id);
  const told = messageOf(message);
  const { contact, intent, intentConfidence: confidence, transcript, forwardedFrom } = message;
  const user = contact && {
    id: contact.id,
    user_id: told.user_id ?? contact.externalId,
    username: contact.username,
    first_name: contact.firstName,
    last_name: contact.lastName,
    role: message.role,
  };
  const understood = intent && { name: intent, confidence };
  return c.json({ ...told, user, intent: understood, transcript, forwarded_from: forwardedFrom }, 200);
});
messageRoutes.openapi(context, async (c) => {
  const { message, before, after } = await messageContext(
    c.var.actor,
    c.req.valid("param").id,
    c.req.valid("query"),
  );
  return c.json(
    { message: messageOf(message), before: before.map(messageOf), after: after.map(messageOf) },
    200,
  );
});
