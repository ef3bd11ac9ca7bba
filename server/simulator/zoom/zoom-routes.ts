import { Hono } from "hono";
import { z } from "zod";
import { Problem, readBody } from "../control/problem";
import type { World } from "../world/world";
import { ALL_SCOPES, addZoomAccount, zoomAccounts } from "./zoom-state";

const accountSchema = z.strictObject({
  name: z.string().min(1).default("Demo Company"),
  scope: z.string().default(ALL_SCOPES),
  dailyLimit: z.number().int().nonnegative().default(100),
});

/** Zoom's part of the control API: makes companies, tells their meetings, takes their tokens back. */
export function zoomRoutes(world: World): Hono {
  const app = new Hono();
  const find = (id: string) => {
    const account = zoomAccounts(world).get(id);
    if (!account) throw new Problem(404, `there is no Zoom account ${id}`);
    return account;
  };
  app.post("/zoom-accounts", async (c) => {
    const { accountId, clientId, clientSecret } = addZoomAccount(world, await readBody(c, accountSchema));
    return c.json({ accountId, clientId, clientSecret }, 201);
  });
  app.get("/zoom-accounts/:id", (c) => {
    const { name, scope, dailyLimit, meetings, tokens } = find(c.req.param("id"));
    return c.json({ name, scope, dailyLimit, tokens: tokens.size, meetings: [...meetings.values()] });
  });
  app.delete("/zoom-accounts/:id/tokens", (c) => {
    find(c.req.param("id")).tokens.clear();
    return c.json({ tokens: 0 });
  });
  return app;
}
