import { OpenAPIHono } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import { cors } from "hono/cors";
import { env } from "@/server/lib/env";
import { failure, refuseBadInput, toFailure } from "@/server/rest/failure";
import { aboutApi, apiKeyScheme } from "@/server/rest/routes/v1/about-api";
import { analyticsRoutes } from "@/server/rest/routes/v1/analytics";
import type { ApiEnv } from "@/server/rest/routes/v1/api-key-gate";
import { botRoutes } from "@/server/rest/routes/v1/bot";
import { chatRoutes } from "@/server/rest/routes/v1/chats";
import { clientRoutes } from "@/server/rest/routes/v1/clients";
import { conversationRoutes } from "@/server/rest/routes/v1/conversations";
import { docsPage } from "@/server/rest/routes/v1/docs-page";
import { intentRoutes } from "@/server/rest/routes/v1/intents";
import { leadRoutes } from "@/server/rest/routes/v1/leads";
import { mcpRoutes } from "@/server/rest/routes/v1/mcp";
import { meetingRoutes } from "@/server/rest/routes/v1/meetings";
import { messageRoutes } from "@/server/rest/routes/v1/messages";
import { sandboxRoutes } from "@/server/rest/routes/v1/sandbox";
import { sendRoutes } from "@/server/rest/routes/v1/send";
import { userRoutes } from "@/server/rest/routes/v1/users";

/** The API for other programs, by API key; each route asks for the scope its description names. */
export const v1Routes = new OpenAPIHono<ApiEnv>({ defaultHook: refuseBadInput });

v1Routes.use(
  cors({
    origin: env.CORS_ORIGINS,
    allowHeaders: ["X-API-Key", "Authorization", "Content-Type", "Idempotency-Key", "Mcp-Protocol-Version"],
    exposeHeaders: [
      "Retry-After",
      "RateLimit-Limit",
      "RateLimit-Remaining",
      "RateLimit-Reset",
      "Idempotent-Replayed",
    ],
    maxAge: 600,
  }),
  // Three hundred messages of full length with every letter escaped.
  bodyLimit({
    maxSize: 8 * 1024 * 1024,
    onError: (c) => failure(c, 413, "too_large", "The body is larger than 8 MB."),
  }),
);
v1Routes.use((c, next) =>
  /%00/.test(c.req.url)
    ? Promise.resolve(failure(c, 400, "bad_input", "The address holds a NUL character."))
    : next(),
);

// First, so that no gate of a router at "/" stands before them.
v1Routes.openAPIRegistry.registerComponent("securitySchemes", "ApiKey", apiKeyScheme);
const describeApi = () => v1Routes.getOpenAPI31Document(aboutApi);
v1Routes.doc31("/openapi.json", aboutApi);
v1Routes.get("/docs", (c) => {
  c.header(
    "Content-Security-Policy",
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  );
  return c.html(docsPage(describeApi()));
});

v1Routes.route("/bot", botRoutes);
v1Routes.route("/analytics", analyticsRoutes);
v1Routes.route("/chats", chatRoutes);
v1Routes.route("/clients", clientRoutes);
v1Routes.route("/conversations", conversationRoutes);
v1Routes.route("/intents", intentRoutes);
v1Routes.route("/leads", leadRoutes);
v1Routes.route("/mcp", mcpRoutes(askApi, describeApi));
v1Routes.route("/meetings", meetingRoutes);
v1Routes.route("/messages", messageRoutes);
v1Routes.route("/sandbox", sandboxRoutes);
v1Routes.route("/send", sendRoutes);
v1Routes.route("/users", userRoutes);

/** The API as agents' tools ask it, from within. */
function askApi(request: Request): Response | Promise<Response> {
  const door = new OpenAPIHono().route("/api/v1", v1Routes);
  door.onError(toFailure);
  return door.fetch(request);
}
