import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { clientAddress } from "@/server/auth/client-address";
import { customerActor } from "@/server/auth/customer-actor";
import { limitKey } from "@/server/auth/limit-key";
import { openCustomerSession } from "@/server/auth/open-customer-session";
import { rateLimit } from "@/server/auth/rate-limit";
import { callOperator } from "@/server/domain/conversations/call-operator";
import { customerConversationView } from "@/server/domain/conversations/customer-views";
import { customerMessage, messagesAfter } from "@/server/domain/conversations/queries";
import { receiveCustomerMessage } from "@/server/domain/conversations/receive-customer-message";
import { sendMessageInput } from "@/server/domain/conversations/schema";
import { refuseBadInput } from "@/server/rest/failure";

const json = <Schema extends z.ZodType>(schema: Schema) => ({ "application/json": { schema } });
const anything = json(z.looseObject({}));
const refusals = {
  400: { description: "The input is wrong", content: anything },
  401: { description: "Nobody is proven", content: anything },
  403: { description: "Not with this bot", content: anything },
  429: { description: "Too often; see Retry-After", content: anything },
};

const sessionRoute = createRoute({
  method: "post",
  path: "/session",
  request: {
    body: {
      required: true,
      content: json(
        z.object({
          initData: z.string().max(16_384),
          resourceId: z
            .number()
            .int()
            .positive()
            .max(2 ** 31 - 1)
            .optional(),
        }),
      ),
    },
  },
  responses: { 200: { description: "A session", content: anything }, ...refusals },
});

const listRoute = createRoute({
  method: "get",
  path: "/messages",
  request: {
    query: z.object({
      after: z.coerce
        .number()
        .int()
        .min(0)
        .max(2 ** 31 - 1)
        .default(0),
    }),
  },
  responses: {
    200: { description: "Messages of the newest conversation, oldest first", content: anything },
    ...refusals,
  },
});

const sendRoute = createRoute({
  method: "post",
  path: "/messages",
  request: { body: { required: true, content: json(sendMessageInput) } },
  responses: {
    200: { description: "The stored message; the same clientId twice is one", content: anything },
    ...refusals,
  },
});

const operatorRoute = createRoute({
  method: "post",
  path: "/operator",
  responses: {
    200: { description: "The conversation, waiting for a manager", content: anything },
    ...refusals,
  },
});

/** The customer's doors over plain HTTP, for tests and other clients; the Mini App uses tRPC for the same use cases. */
export const chatRoutes = new OpenAPIHono({ defaultHook: refuseBadInput })
  .openapi(sessionRoute, async (c) => {
    await rateLimit("customer-session", limitKey(clientAddress(c.req.raw.headers)));
    return c.json(await openCustomerSession(c.req.valid("json")), 200);
  })
  .openapi(listRoute, async (c) => {
    const actor = await customerActor(c.req.header("authorization") ?? null);
    await rateLimit("customer-look", actor.contactId);
    return c.json(await messagesAfter(actor, c.req.valid("query").after), 200);
  })
  .openapi(sendRoute, async (c) => {
    const actor = await customerActor(c.req.header("authorization") ?? null);
    await rateLimit("customer-message", actor.contactId);
    const { message } = await receiveCustomerMessage(actor, { ...c.req.valid("json"), origin: "mini_app" });
    return c.json(
      { conversationId: message.conversationId, message: await customerMessage(actor, message.id) },
      200,
    );
  })
  .openapi(operatorRoute, async (c) => {
    const actor = await customerActor(c.req.header("authorization") ?? null);
    await rateLimit("customer-call", actor.contactId);
    return c.json({ conversation: customerConversationView(await callOperator(actor)) }, 200);
  });
