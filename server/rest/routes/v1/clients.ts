import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { countActiveClients } from "@/server/domain/contacts/for-programs/count-active-clients";
import { listContacts } from "@/server/domain/contacts/for-programs/list-contacts";
import { readContact } from "@/server/domain/contacts/for-programs/read-contact";
import { listMessages } from "@/server/domain/messages/hub/for-programs/list-messages";
import { refuseBadInput } from "@/server/rest/failure";
import { type ApiEnv, apiKeyGate } from "@/server/rest/routes/v1/api-key-gate";
import { messageFilter, readMessageFilter } from "@/server/rest/routes/v1/messages";
import { notFound } from "@/server/rest/routes/v1/refusals";
import { answers, security } from "@/server/rest/routes/v1/shapes/answer";
import { messagesPageOf, messagesPageShape } from "@/server/rest/routes/v1/shapes/message";
import {
  anyIdParams,
  figureDays,
  limitParam,
  offsetParam,
  wordsParam,
} from "@/server/rest/routes/v1/shapes/params";
import { paginationOf, paginationShape, personOf, personShape } from "@/server/rest/routes/v1/shapes/person";

const tags = ["Clients"];
const count = z.number().int();
const page = { limit: limitParam, offset: offsetParam };
const nameParam = wordsParam.openapi({
  description: "Part of a name or username, or the provider's id.",
  example: "мария",
});

const list = createRoute({
  method: "get",
  path: "/",
  operationId: "listClients",
  tags,
  summary: "Clients",
  description: "Scope `contacts:read`. Last seen first; staff and bots are under `/users`.",
  security,
  request: { query: z.object({ q: nameParam, ...page }) },
  responses: answers(
    "A page of clients.",
    z
      .object({ count, total: count, clients: z.array(personShape), pagination: paginationShape })
      .openapi("Clients"),
  ),
});
const active = createRoute({
  method: "get",
  path: "/stats/active",
  operationId: "countActiveClients",
  tags,
  summary: "How many clients wrote",
  description: "Scope `contacts:read`. Without people who are left out of figures.",
  security,
  request: { query: figureDays },
  responses: answers(
    "The number.",
    z
      .object({ active_clients: count, days: count })
      .openapi("ActiveClients", { example: { active_clients: 212, days: 7 } }),
  ),
});
const one = createRoute({
  method: "get",
  path: "/{id}",
  operationId: "getClient",
  tags,
  summary: "One client",
  description: "Scope `contacts:read`.",
  security,
  request: { params: anyIdParams },
  responses: { ...answers("The client.", personShape), ...notFound },
});
const messages = createRoute({
  method: "get",
  path: "/{id}/messages",
  operationId: "listClientMessages",
  tags,
  summary: "What a client wrote",
  description: "Scope `messages:read`. Newest first, in every chat, narrowed like `/messages`.",
  security,
  request: { params: anyIdParams, query: z.object(messageFilter) },
  responses: { ...answers("A page of messages.", messagesPageShape), ...notFound },
});

/** People who write to the company. */
export const clientRoutes = new OpenAPIHono<ApiEnv>({ defaultHook: refuseBadInput });
clientRoutes.use(apiKeyGate);
clientRoutes.openapi(list, async (c) => {
  const query = c.req.valid("query");
  const { contacts, total } = await listContacts(c.var.actor, { ...query, roles: ["client"] });
  const pagination = paginationOf(query, total, contacts.length);
  return c.json({ count: contacts.length, total, clients: contacts.map(personOf), pagination }, 200);
});
clientRoutes.openapi(active, async (c) => {
  const { days } = c.req.valid("query");
  return c.json({ active_clients: await countActiveClients(c.var.actor, { days }), days }, 200);
});
clientRoutes.openapi(one, async (c) =>
  c.json(personOf(await readContact(c.var.actor, c.req.valid("param").id)), 200),
);
clientRoutes.openapi(messages, async (c) => {
  const { filter, page: at } = readMessageFilter(c.req.valid("query"));
  const contact = c.req.valid("param").id;
  return c.json(messagesPageOf(await listMessages(c.var.actor, { contact, ...filter }, at), at), 200);
});
