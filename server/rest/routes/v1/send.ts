import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { propose } from "@/server/domain/approvals/propose";
import { proposeBatch } from "@/server/domain/approvals/propose-batch";
import { mostInBatch, proposeInput } from "@/server/domain/approvals/schema";
import { refuseBadInput } from "@/server/rest/failure";
import { type ApiEnv, apiKeyGate } from "@/server/rest/routes/v1/api-key-gate";
import { conflicts, notFound } from "@/server/rest/routes/v1/refusals";
import { answers, security } from "@/server/rest/routes/v1/shapes/answer";
import { providerIdOf, providerIdShape } from "@/server/rest/routes/v1/shapes/person";

const tags = ["Proposals"];
const id = z.number().int();
const { text, context, kind } = proposeInput.shape;

const messageShape = z.object({
  chat_id: z.union([z.number().int(), z.string().min(1).max(100)]).openapi({
    description: "The provider's id of the chat.",
    example: 987654321,
  }),
  resource_id: id
    .positive()
    .max(2 ** 31 - 1)
    .optional()
    .openapi({ description: "Which bot is to send it, where several are in the chat." }),
  text,
  // Copies, for a schema that was made before the library came lacks its methods.
  context: context.clone().openapi({
    type: ["string", "object"],
    description: "Why: words or values that whoever decides sees.",
  }),
  kind: kind
    .clone()
    .openapi({ description: "A word of yours; people may let a kind pass unasked, or refuse it." }),
});

const send = createRoute({
  method: "post",
  path: "/",
  operationId: "proposeMessage",
  tags,
  summary: "Propose a message",
  description:
    "Scope `approvals:propose`. The message goes out once a person approves it; until then it is `pending`.",
  security,
  request: {
    body: {
      required: true,
      content: { "application/json": { schema: messageShape.openapi("SendRequest") } },
    },
  },
  responses: {
    ...answers(
      "What was proposed.",
      z
        .object({
          pending_id: id,
          chat_id: providerIdShape,
          status: z.enum(["pending", "approved"]),
          created_at: z.iso.datetime(),
        })
        .openapi("SendResponse"),
    ),
    ...notFound,
    ...conflicts,
  },
});

const sendBatch = createRoute({
  method: "post",
  path: "/batch",
  operationId: "proposeBatch",
  tags,
  summary: "Propose messages that are decided on together",
  description: `Scope \`approvals:propose\`. Up to ${mostInBatch}; once approved they go out in their order with the pause between them. One that cannot be sent refuses them all, and the answer names it.`,
  security,
  request: {
    body: {
      required: true,
      content: {
        "application/json": {
          schema: z
            .object({
              messages: z.array(messageShape).min(1).max(mostInBatch),
              batch_name: z.string().max(200).nullish(),
              delay_between_sec: z.number().int().min(0).max(3600).default(2),
            })
            .openapi("SendBatchRequest"),
        },
      },
    },
  },
  responses: {
    ...answers(
      "What was proposed.",
      z
        .object({
          batch_id: id,
          batch_name: z.string(),
          pending_ids: z.array(id),
          total_messages: id,
          status: z.enum(["pending", "approved"]),
          estimated_duration_sec: id,
          created_at: z.iso.datetime(),
        })
        .openapi("SendBatchResponse"),
    ),
    ...notFound,
    ...conflicts,
  },
});

type Message = z.infer<typeof messageShape>;

function targetOf({ chat_id, resource_id }: Message) {
  return { chatExternalId: String(chat_id), resourceId: resource_id };
}

/** Messages that other programs propose; see /sandbox for what becomes of them. */
export const sendRoutes = new OpenAPIHono<ApiEnv>({ defaultHook: refuseBadInput });
sendRoutes.use(apiKeyGate);
sendRoutes.openapi(send, async (c) => {
  const message = c.req.valid("json");
  const { text, context, kind } = message;
  const made = await propose(c.var.actor, { target: targetOf(message), text, context, kind });
  return c.json(
    {
      pending_id: made.id,
      chat_id: providerIdOf(made.chat.provider, made.chat.externalId),
      status: made.status === "pending" ? ("pending" as const) : ("approved" as const),
      created_at: made.createdAt,
    },
    200,
  );
});
sendRoutes.openapi(sendBatch, async (c) => {
  const { messages, batch_name, delay_between_sec } = c.req.valid("json");
  const made = await proposeBatch(c.var.actor, {
    name: batch_name ?? undefined,
    delaySeconds: delay_between_sec,
    messages: messages.map((message) => ({
      target: targetOf(message),
      text: message.text,
      context: message.context,
      kind: message.kind,
    })),
  });
  return c.json(
    {
      batch_id: made.batchId,
      batch_name: made.name,
      pending_ids: made.approvalIds,
      total_messages: made.approvalIds.length,
      status: made.status,
      estimated_duration_sec: (made.approvalIds.length - 1) * delay_between_sec,
      created_at: made.createdAt,
    },
    200,
  );
});
