import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { intentFigures, intentsByDay } from "@/server/domain/intents/intent-figures";
import { listUrgent } from "@/server/domain/intents/list-urgent";
import { INTENTS, SENTIMENTS } from "@/server/domain/messages/hub/schema";
import { refuseBadInput } from "@/server/rest/failure";
import { type ApiEnv, apiKeyGate } from "@/server/rest/routes/v1/api-key-gate";
import { answers, security } from "@/server/rest/routes/v1/shapes/answer";
import { messageOf } from "@/server/rest/routes/v1/shapes/message";
import { figureDays, limitParam } from "@/server/rest/routes/v1/shapes/params";
import { providerIdShape } from "@/server/rest/routes/v1/shapes/person";

const tags = ["Intents"];
const count = z.number().int();
const intent = z.enum(INTENTS);
const sentiment = z.enum(SENTIMENTS);

const figures = createRoute({
  method: "get",
  path: "/",
  operationId: "getIntents",
  tags,
  summary: "What messages want and how they sound",
  description: "Scope `messages:read`. Of understood messages, without people who are left out of figures.",
  security,
  request: { query: figureDays },
  responses: answers(
    "The figures.",
    z
      .object({
        period_days: count,
        total_analyzed: count,
        by_intent: z.partialRecord(intent, count),
        by_sentiment: z.partialRecord(sentiment, count),
      })
      .openapi("Intents", {
        example: {
          period_days: 7,
          total_analyzed: 3100,
          by_intent: { question: 1500, order: 800, complaint: 40 },
          by_sentiment: { neutral: 2800, positive: 240, negative: 60 },
        },
      }),
  ),
});
const daily = createRoute({
  method: "get",
  path: "/daily",
  operationId: "getDailyIntents",
  tags,
  summary: "Intents by day",
  description:
    "Scope `messages:read`. Today and the days before it in the workspace's time zone; a day and intent without messages is left out.",
  security,
  request: { query: figureDays },
  responses: answers(
    "A line a day and intent, oldest first.",
    z.object({ daily: z.array(z.object({ date: z.iso.date(), intent, count })) }).openapi("DailyIntents", {
      example: { daily: [{ date: "2026-11-21", intent: "question", count: 211 }] },
    }),
  ),
});
const urgent = createRoute({
  method: "get",
  path: "/urgent",
  operationId: "listUrgentMessages",
  tags,
  summary: "Messages that cannot wait",
  description: "Scope `messages:read`. Newest first.",
  security,
  request: { query: figureDays.extend({ limit: limitParam }) },
  responses: answers(
    "The messages.",
    z
      .object({
        count,
        urgent: z.array(
          z.object({
            id: count,
            text: z.string(),
            intent: intent.nullable(),
            sentiment: sentiment.nullable(),
            chat_name: z.string(),
            timestamp: z.iso.datetime(),
            chat_id: providerIdShape,
            user_id: providerIdShape.nullable(),
            first_name: z.string(),
          }),
        ),
      })
      .openapi("UrgentMessages", {
        example: {
          count: 1,
          urgent: [
            {
              id: 1187,
              text: "Розы пришли испорченные, свадьба завтра!",
              intent: "complaint",
              sentiment: "negative",
              chat_name: "Цветущий город, опт",
              timestamp: "2026-11-21T05:58:00.000Z",
              chat_id: -1001234567890,
              user_id: 987654321,
              first_name: "Мария",
            },
          ],
        },
      }),
  ),
});

/** What messages want, how they sound, and which cannot wait. */
export const intentRoutes = new OpenAPIHono<ApiEnv>({ defaultHook: refuseBadInput });
intentRoutes.use(apiKeyGate);
intentRoutes.openapi(figures, async (c) => {
  const { days } = c.req.valid("query");
  const { total, byIntent, bySentiment } = await intentFigures(c.var.actor, { days });
  return c.json(
    { period_days: days, total_analyzed: total, by_intent: byIntent, by_sentiment: bySentiment },
    200,
  );
});
intentRoutes.openapi(daily, async (c) =>
  c.json({ daily: await intentsByDay(c.var.actor, c.req.valid("query")) }, 200),
);
intentRoutes.openapi(urgent, async (c) => {
  const messages = (await listUrgent(c.var.actor, c.req.valid("query"))).map(messageOf);
  const told = messages.map((message) => ({
    id: message.id,
    text: message.text,
    intent: message.intent,
    sentiment: message.sentiment,
    chat_name: message.chat_name,
    timestamp: message.timestamp,
    chat_id: message.chat_id,
    user_id: message.user_id,
    first_name: message.first_name,
  }));
  return c.json({ count: told.length, urgent: told }, 200);
});
