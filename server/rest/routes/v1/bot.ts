import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { botStateSchema } from "@/server/domain/workspaces/bot-schema";
import { botState } from "@/server/domain/workspaces/bot-state";
import { startBot } from "@/server/domain/workspaces/start-bot";
import { stopBot } from "@/server/domain/workspaces/stop-bot";
import type { ApiKeyActor } from "@/server/lib/actor";
import { refuseBadInput } from "@/server/rest/failure";
import { type ApiEnv, apiKeyGate } from "@/server/rest/routes/v1/api-key-gate";
import { conflicts, refusals } from "@/server/rest/routes/v1/refusals";

const view = botStateSchema.omit({ mayControl: true }).openapi("BotState");
const answers = {
  200: {
    description: "The bot and every resource under it.",
    content: { "application/json": { schema: view } },
  },
  ...refusals,
};
const security = [{ ApiKey: [] }];

const get = createRoute({
  method: "get",
  path: "/",
  operationId: "getBot",
  tags: ["Bot"],
  summary: "State of the workspace's bot",
  description: "Scope `bot:read`.",
  security,
  responses: answers,
});
const start = createRoute({
  method: "post",
  path: "/start",
  operationId: "startBot",
  tags: ["Bot"],
  summary: "Start the bot",
  description:
    "Scope `bot:control`. What waited is sent, who waited is answered. A bot that runs stays as it is.",
  security,
  responses: { ...answers, ...conflicts },
});
const stop = createRoute({
  method: "post",
  path: "/stop",
  operationId: "stopBot",
  tags: ["Bot"],
  summary: "Stop the bot",
  description:
    "Scope `bot:control`. No resource listens, nothing is answered or sent; nothing is lost. A stopped bot stays as it is.",
  security,
  responses: { ...answers, ...conflicts },
});

/** Start, stop and state of the workspace's bot; also mounted at the older platform's addresses. */
export const botRoutes = new OpenAPIHono<ApiEnv>({ defaultHook: refuseBadInput });
botRoutes.use(apiKeyGate);
botRoutes.openapi(get, async (c) => c.json(await shown(c.var.actor), 200));
botRoutes.openapi(start, async (c) => {
  await startBot(c.var.actor);
  return c.json(await shown(c.var.actor), 200);
});
botRoutes.openapi(stop, async (c) => {
  await stopBot(c.var.actor);
  return c.json(await shown(c.var.actor), 200);
});

/** What the API tells of it. */
async function shown(actor: ApiKeyActor) {
  const { mayControl: _, ...state } = await botState(actor);
  return state;
}
