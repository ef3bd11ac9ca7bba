import { OpenAPIHono } from "@hono/zod-openapi";
import { cors } from "hono/cors";
import { appUrl, env } from "@/server/lib/env";
import { refuseBadInput } from "@/server/rest/failure";
import type { ApiEnv } from "@/server/rest/routes/v1/api-key-gate";
import { botRoutes } from "@/server/rest/routes/v1/bot";
import { docsPage } from "@/server/rest/routes/v1/docs-page";

/** The API for other programs, by API key; each route asks for the scope its description names. */
export const v1Routes = new OpenAPIHono<ApiEnv>({ defaultHook: refuseBadInput });

v1Routes.use(
  cors({
    origin: env.CORS_ORIGINS,
    allowHeaders: ["X-API-Key", "Authorization", "Content-Type"],
    exposeHeaders: ["Retry-After"],
    maxAge: 600,
  }),
);
v1Routes.route("/bot", botRoutes);

v1Routes.openAPIRegistry.registerComponent("securitySchemes", "ApiKey", {
  type: "apiKey",
  in: "header",
  name: "X-API-Key",
  description: "Made in Settings → API keys; a Bearer token is taken too.",
});
const about = {
  openapi: "3.1.0",
  info: {
    title: "AssistChat API",
    version: "1",
    description:
      "For other programs. Send an API key in `X-API-Key`. Failures are `{error: {code, message}}`; 600 requests a minute and key.",
  },
  servers: [{ url: `${appUrl}/api/v1` }],
};
v1Routes.doc31("/openapi.json", about);
v1Routes.get("/docs", (c) => {
  c.header(
    "Content-Security-Policy",
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  );
  return c.html(docsPage(v1Routes.getOpenAPI31Document(about)));
});
