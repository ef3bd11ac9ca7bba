import { OpenAPIHono } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import { receiveWebhook } from "@/server/domain/resources/receive-webhook";
import { failure } from "@/server/rest/failure";

/** Far above any update that Telegram makes. */
const largestUpdate = 1024 * 1024;
const largestId = 2 ** 31 - 1;

/** Where Telegram brings updates of bots in webhook mode: `/api/telegram/<resource id>`. */
export const telegramRoutes = new OpenAPIHono().post(
  "/:resourceId{[0-9]{1,10}}",
  bodyLimit({
    maxSize: largestUpdate,
    onError: (c) => failure(c, 413, "too_large", "The body is larger than 1 MB."),
  }),
  async (c) => {
    const resourceId = Number(c.req.param("resourceId"));
    if (resourceId > largestId) return failure(c, 404, "not_found", "There is no such bot.");
    const outcome = await receiveWebhook({
      provider: "telegram",
      resourceId,
      headers: c.req.raw.headers,
      // What is no JSON is no update.
      body: await c.req.json().catch(() => null),
    });
    switch (outcome) {
      case "stored":
        return c.json({ ok: true });
      case "unknown":
        return failure(c, 404, "not_found", "There is no such bot.");
      case "forbidden":
        return failure(c, 403, "forbidden", "The secret of this webhook is missing or wrong.");
      case "unreadable":
        return failure(c, 400, "bad_input", "The body is no update of the Bot API.");
      case "not_now":
        return failure(c, 503, "paused", "The bot is paused; bring the update again later.");
    }
  },
);
