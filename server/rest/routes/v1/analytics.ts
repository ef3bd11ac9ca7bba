import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { analyticsOf } from "@/server/domain/analytics/analytics-of";
import {
  type AnalyticsInput,
  type AnalyticsView,
  analyticsInput,
  MAX_DAYS,
  REPORT_FORMATS,
  type Spread,
} from "@/server/domain/analytics/schema";
import { unansweredQuestions } from "@/server/domain/analytics/unanswered-questions";
import { writeReport } from "@/server/domain/analytics/write-report";
import { INTENTS } from "@/server/domain/messages/hub/schema";
import { AppError } from "@/server/lib/errors";
import { refuseBadInput } from "@/server/rest/failure";
import { type ApiEnv, apiKeyGate } from "@/server/rest/routes/v1/api-key-gate";
import { answers, security } from "@/server/rest/routes/v1/shapes/answer";

const tags = ["Analytics"];
const count = z.number().int().min(0);
const day = z.iso.date();
const seconds = z.number().nullable();

const period = z.object({
  from: day.optional().openapi({ description: "First day, in the workspace's time zone." }),
  to: day.optional().openapi({ description: "Last day, inclusive; today without it." }),
  days: z.coerce
    .number()
    .int()
    .min(1)
    .max(MAX_DAYS)
    .default(30)
    .openapi({ description: "How many days up to `to`, without `from`." }),
});
const spreadShape = z.object({ count, median_seconds: seconds, p90_seconds: seconds }).openapi("Spread");
const intentCounts = z.object(Object.fromEntries(INTENTS.map((name) => [name, count])));
const metricsShape = z
  .object({
    from: day,
    to: day,
    time_zone: z.string(),
    messages: z.object({
      total: count,
      by_day: z.array(z.object({ date: day, contacts: count, assistant: count, members: count })),
    }),
    conversations: z.object({
      opened: count,
      closed: count,
      open_now: count,
      waiting_now: count,
      by_assistant: count,
      handed_over: count,
      reopened: count,
    }),
    assistant_response: spreadShape,
    manager_response: spreadShape,
    resolution: spreadShape,
    ratings: z.object({ average: z.number().nullable(), count, by_stars: z.array(count).length(5) }),
    intents: z.object({ total: count, by_intent: intentCounts }),
    managers: z.array(
      z.object({
        name: z.string(),
        conversations: count,
        open_now: count,
        first_response: spreadShape,
        rating: z.number().nullable(),
      }),
    ),
    cost_usd: z.object({ total: z.number(), per_closed: z.number().nullable() }),
  })
  .openapi("Metrics");
const unansweredShape = z
  .object({
    from: day,
    to: day,
    by_reason: z.array(z.object({ reason: z.string(), count })),
    questions: z.array(
      z.object({
        conversation_id: z.number().int(),
        question: z.string(),
        reason: z.string(),
        language: z.string(),
        state: z.enum(["assistant", "waiting", "manager", "closed"]),
        timestamp: z.iso.datetime(),
      }),
    ),
  })
  .openapi("Unanswered");

const metrics = createRoute({
  method: "get",
  path: "/metrics",
  operationId: "getMetrics",
  tags,
  summary: "Figures of a period",
  description: "Scope `analytics:read`. Volume, times, outcomes, ratings, intents, managers' load and cost.",
  security,
  request: { query: period },
  responses: answers("The figures.", metricsShape),
});
const reports = createRoute({
  method: "get",
  path: "/reports",
  operationId: "getReport",
  tags,
  summary: "The same as a file",
  description:
    "Scope `analytics:read`. `json` holds everything, `csv` a line a day, `xlsx` totals, days and managers.",
  security,
  request: { query: period.extend({ format: z.enum(REPORT_FORMATS).default("json") }) },
  responses: {
    ...answers("The file.", z.looseObject({})),
    200: {
      description: "The file, as an attachment.",
      content: {
        "application/json": { schema: z.looseObject({}) },
        "text/csv": { schema: z.string() },
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": {
          schema: z.string().openapi({ format: "binary" }),
        },
      },
    },
  },
});
const unanswered = createRoute({
  method: "get",
  path: "/unanswered",
  operationId: "listUnanswered",
  tags,
  summary: "Questions that the assistant left to people",
  description: "Scope `analytics:read`. Counted by reason; the newest 200 in words.",
  security,
  request: { query: period },
  responses: answers("The questions, newest first.", unansweredShape),
});

/** Figures for other programs. */
export const analyticsRoutes = new OpenAPIHono<ApiEnv>({ defaultHook: refuseBadInput });
analyticsRoutes.use(apiKeyGate);
analyticsRoutes.openapi(metrics, async (c) => {
  const view = await analyticsOf(c.var.actor, periodIn(c.req.valid("query")));
  return c.json(metricsOf(view), 200);
});
analyticsRoutes.openapi(unanswered, async (c) => {
  const { from, to, byReason, questions } = await unansweredQuestions(
    c.var.actor,
    periodIn(c.req.valid("query")),
  );
  return c.json(
    {
      from,
      to,
      by_reason: byReason,
      questions: questions.map(({ conversationId, at, ...question }) => ({
        conversation_id: conversationId,
        ...question,
        timestamp: at,
      })),
    },
    200,
  );
});
analyticsRoutes.openapi(reports, async (c) => {
  const { format, ...query } = c.req.valid("query");
  const { fileName, contentType, bytes } = await writeReport(c.var.actor, periodIn(query), format);
  return new Response(bytes, {
    headers: {
      "Content-Type": contentType,
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Cache-Control": "no-store",
    },
  }) as never;
});

/** The period of a query; throws `bad_input` when its days stand the wrong way round or are too many. */
function periodIn(query: z.infer<typeof period>): AnalyticsInput {
  const input = analyticsInput.safeParse(query);
  if (input.success) return input.data;
  throw new AppError("bad_input", "period", input.error.issues[0]?.message ?? "The period is not valid.");
}

function metricsOf(view: AnalyticsView): z.infer<typeof metricsShape> {
  const { conversations, intents, ratings, cost } = view;
  return {
    from: view.from,
    to: view.to,
    time_zone: view.timeZone,
    messages: {
      total: view.volume.total,
      by_day: view.volume.byDay.map(({ day: date, ...counts }) => ({ date, ...counts })),
    },
    conversations: {
      opened: conversations.opened,
      closed: conversations.closed,
      open_now: conversations.openNow,
      waiting_now: conversations.waitingNow,
      by_assistant: conversations.byAssistant,
      handed_over: conversations.handedOver,
      reopened: conversations.reopened,
    },
    assistant_response: spreadOf(view.assistantResponse),
    manager_response: spreadOf(view.managerResponse),
    resolution: spreadOf(view.resolution),
    ratings: { average: ratings.average, count: ratings.count, by_stars: ratings.byStars },
    intents: { total: intents.total, by_intent: intents.byIntent },
    managers: view.managers.map(({ name, conversations: led, openNow, firstResponse, rating }) => ({
      name,
      conversations: led,
      open_now: openNow,
      first_response: spreadOf(firstResponse),
      rating,
    })),
    cost_usd: { total: cost.total, per_closed: cost.perClosed },
  };
}

function spreadOf({ count: cases, median, p90 }: Spread): z.infer<typeof spreadShape> {
  return { count: cases, median_seconds: median, p90_seconds: p90 };
}
