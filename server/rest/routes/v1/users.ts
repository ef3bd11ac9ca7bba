import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { changeContactRole } from "@/server/domain/contacts/for-programs/change-contact-role";
import { contactFigures } from "@/server/domain/contacts/for-programs/contact-figures";
import { listContacts } from "@/server/domain/contacts/for-programs/list-contacts";
import { readContact } from "@/server/domain/contacts/for-programs/read-contact";
import { INTENTS, SENTIMENTS } from "@/server/domain/messages/hub/schema";
import { refuseBadInput } from "@/server/rest/failure";
import { type ApiEnv, apiKeyGate } from "@/server/rest/routes/v1/api-key-gate";
import { notFound } from "@/server/rest/routes/v1/refusals";
import { answers, security } from "@/server/rest/routes/v1/shapes/answer";
import {
  anyIdParams,
  figureDays,
  limitParam,
  offsetParam,
  roleParam,
  wordsParam,
} from "@/server/rest/routes/v1/shapes/params";
import {
  paginationOf,
  paginationShape,
  personOf,
  personShape,
  providerIdShape,
  roleShape,
} from "@/server/rest/routes/v1/shapes/person";

const tags = ["Users"];
const count = z.number().int();
const nameParam = wordsParam.openapi({
  description: "Part of a name or username, or the provider's id.",
  example: "мария",
});
const page = { q: nameParam, limit: limitParam, offset: offsetParam };

const list = createRoute({
  method: "get",
  path: "/",
  operationId: "listUsers",
  tags,
  summary: "Everybody seen on a channel",
  description: "Scope `contacts:read`. Clients, staff and bots, last seen first.",
  security,
  request: { query: z.object({ role: roleParam.openapi({ description: "Of this role." }), ...page }) },
  responses: answers(
    "A page of people.",
    z
      .object({ count, total: count, users: z.array(personShape), pagination: paginationShape })
      .openapi("Users"),
  ),
});
const managers = createRoute({
  method: "get",
  path: "/managers",
  operationId: "listManagers",
  tags,
  summary: "Managers",
  description: "Scope `contacts:read`. Who has the role `manager` on a channel.",
  security,
  request: { query: z.object(page) },
  responses: answers(
    "A page of managers.",
    z
      .object({ count, total: count, managers: z.array(personShape), pagination: paginationShape })
      .openapi("Managers"),
  ),
});
const one = createRoute({
  method: "get",
  path: "/{id}",
  operationId: "getUser",
  tags,
  summary: "One person or bot",
  description: "Scope `contacts:read`.",
  security,
  request: { params: anyIdParams },
  responses: { ...answers("The person.", personShape), ...notFound },
});
const statistics = createRoute({
  method: "get",
  path: "/{id}/statistics",
  operationId: "getUserStatistics",
  tags,
  summary: "What one person wrote, in figures",
  description: "Scope `contacts:read`.",
  security,
  request: { params: anyIdParams, query: z.object({ days: figureDays.shape.days.default(30) }) },
  responses: {
    ...answers(
      "The figures.",
      z
        .object({
          id: count,
          user_id: providerIdShape,
          days: count,
          since: z.iso.datetime(),
          total_messages: count,
          urgent_messages: count,
          chats: count,
          first_message: z.iso.datetime().nullable(),
          last_message: z.iso.datetime().nullable(),
          by_intent: z.partialRecord(z.enum(INTENTS), count),
          by_sentiment: z.partialRecord(z.enum(SENTIMENTS), count),
          exclude_from_analytics: z.boolean(),
        })
        .openapi("UserStatistics", {
          example: {
            id: 17,
            user_id: 987654321,
            days: 30,
            since: "2026-10-22T06:30:00.000Z",
            total_messages: 48,
            urgent_messages: 1,
            chats: 2,
            first_message: "2026-10-23T08:11:04.000Z",
            last_message: "2026-11-21T06:30:00.000Z",
            by_intent: { question: 30, order: 9 },
            by_sentiment: { neutral: 35, positive: 4 },
            exclude_from_analytics: false,
          },
        }),
    ),
    ...notFound,
  },
});
const change = createRoute({
  method: "patch",
  path: "/{id}/role",
  operationId: "setUserRole",
  tags,
  summary: "Give a person a role",
  description:
    "Scope `contacts:write`. A role given so is kept whatever the workspace's rules say. The same twice changes nothing.",
  security,
  request: {
    params: anyIdParams,
    body: {
      required: true,
      content: {
        "application/json": {
          schema: z.object({ role: roleShape }).openapi("RoleChange", { example: { role: "manager" } }),
        },
      },
    },
  },
  responses: { ...answers("The person as they are now.", personShape), ...notFound },
});

/** Everybody seen on a channel, and their roles. */
export const userRoutes = new OpenAPIHono<ApiEnv>({ defaultHook: refuseBadInput });
userRoutes.use(apiKeyGate);
userRoutes.openapi(list, async (c) => {
  const query = c.req.valid("query");
  const { contacts, total } = await listContacts(c.var.actor, { ...query, roles: query.role });
  const pagination = paginationOf(query, total, contacts.length);
  return c.json({ count: contacts.length, total, users: contacts.map(personOf), pagination }, 200);
});
userRoutes.openapi(managers, async (c) => {
  const query = c.req.valid("query");
  const { contacts, total } = await listContacts(c.var.actor, { ...query, roles: ["manager"] });
  const pagination = paginationOf(query, total, contacts.length);
  return c.json({ count: contacts.length, total, managers: contacts.map(personOf), pagination }, 200);
});
userRoutes.openapi(one, async (c) =>
  c.json(personOf(await readContact(c.var.actor, c.req.valid("param").id)), 200),
);
userRoutes.openapi(statistics, async (c) => {
  const { days } = c.req.valid("query");
  const figures = await contactFigures(c.var.actor, c.req.valid("param").id, { days });
  const { id, user_id, exclude_from_analytics } = personOf(figures.contact);
  return c.json(
    {
      ...{ id, user_id, days, since: figures.since.toISOString() },
      total_messages: figures.messages,
      urgent_messages: figures.urgent,
      chats: figures.chats,
      first_message: figures.firstAt?.toISOString() ?? null,
      last_message: figures.lastAt?.toISOString() ?? null,
      by_intent: figures.byIntent,
      by_sentiment: figures.bySentiment,
      exclude_from_analytics,
    },
    200,
  );
});
userRoutes.openapi(change, async (c) => {
  const { actor } = c.var;
  const { id } = c.req.valid("param");
  return c.json(personOf(await changeContactRole(actor, id, c.req.valid("json"))), 200);
});
