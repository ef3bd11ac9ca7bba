import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { setCookie } from "hono/cookie";
import { clientAddress } from "@/server/auth/client-address";
import { consoleKeyProof, DEMO_COOKIE, isConsoleKey } from "@/server/auth/demo-allowed";
import { limitKey } from "@/server/auth/limit-key";
import { rateLimit } from "@/server/auth/rate-limit";
import { appUrl, env } from "@/server/lib/env";
import { AppError } from "@/server/lib/errors";
import { refuseBadInput } from "@/server/rest/failure";

const enterRoute = createRoute({
  method: "get",
  path: "/enter",
  request: {
    query: z.object({
      key: z.string().min(1).max(200),
      // A path of ours: two slashes or a backslash would lead to another site.
      next: z
        .string()
        .regex(/^\/(?![/\\])[\w/?=&-]*$/)
        .default("/login"),
    }),
  },
  responses: { 302: { description: "The demo is open to this browser" } },
});

/** Opens the demo to a browser elsewhere that has the console's key: /api/demo/enter?key=…&next=/simulator */
export const demoRoutes = new OpenAPIHono({ defaultHook: refuseBadInput }).openapi(enterRoute, async (c) => {
  const { key, next } = c.req.valid("query");
  if (!env.DEMO) throw new AppError("forbidden", "demo_off", "The demo is switched off.");
  await rateLimit("demo-key", limitKey(clientAddress(c.req.raw.headers)));
  if (!isConsoleKey(key))
    throw new AppError("forbidden", "demo_key_wrong", "This is not the key from the console.");
  setCookie(c, DEMO_COOKIE, consoleKeyProof(), {
    httpOnly: true,
    sameSite: "Lax",
    path: "/",
    maxAge: 12 * 60 * 60,
    secure: appUrl.startsWith("https:"),
  });
  return c.redirect(next, 302);
});
