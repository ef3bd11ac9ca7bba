import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context, Next } from "hono";
import { decide } from "@/server/domain/approvals/decide";
import { batchApprovals, listBatches, pendingApprovals } from "@/server/domain/approvals/queries";
import { APPROVAL_STATUSES, type DecideResult } from "@/server/domain/approvals/schema";
import { AppError } from "@/server/lib/errors";
import { refuseBadInput } from "@/server/rest/failure";
import { type ApiEnv, apiKeyGate } from "@/server/rest/routes/v1/api-key-gate";
import { conflicts, notFound } from "@/server/rest/routes/v1/refusals";
import { answers, security } from "@/server/rest/routes/v1/shapes/answer";
import { batchOf, batchShape, pendingOf, pendingShape } from "@/server/rest/routes/v1/shapes/approval";

const tags = ["Proposals"];
const id = z.number().int();
const idParam = z.coerce
  .number()
  .int()
  .positive()
  .max(2 ** 31 - 1);
const params = z.object({ id: idParam });
const sees = "Scope `approvals:decide`; with `approvals:propose` alone the key's own.";
const decides = "Scope `approvals:decide`. The first decision counts: a later one is told who made it (409).";

/** Older hubs took the reason in the address. */
const reason = z.string().max(1000).optional();
const reasonRequest = {
  query: z.object({ reason }),
  body: {
    required: false,
    content: { "application/json": { schema: z.object({ reason }).openapi("Reason") } },
  },
} as const;

/** What the caller read: a message that says something else by now waits on. */
const text = z.string().max(4096);
const approveRequest = {
  body: {
    required: false,
    content: { "application/json": { schema: z.object({ text: text.optional() }).openapi("Read") } },
  },
} as const;
const approveBatchRequest = {
  body: {
    required: false,
    content: {
      "application/json": {
        schema: z
          .object({ texts: z.record(z.string().regex(/^\d{1,10}$/), text).optional() })
          .openapi("ReadBatch"),
      },
    },
  },
} as const;

const pending = createRoute({
  method: "get",
  path: "/pending",
  operationId: "listPending",
  tags,
  summary: "Proposals that wait for a decision",
  description: `${sees} The newest first, at most 1,000.`,
  security,
  request: { query: z.object({ batch_id: idParam.optional() }) },
  responses: answers("The proposals.", z.array(pendingShape)),
});
const batches = createRoute({
  method: "get",
  path: "/batches",
  operationId: "listBatches",
  tags,
  summary: "Batches and how their messages fare",
  description: `${sees} The newest 200.`,
  security,
  request: { query: z.object({ status: z.enum(APPROVAL_STATUSES).optional() }) },
  responses: answers("The batches.", z.array(batchShape)),
});
const batch = createRoute({
  method: "get",
  path: "/batch/{id}",
  operationId: "readBatch",
  tags,
  summary: "The messages of a batch in their order",
  description: sees,
  security,
  request: { params },
  responses: { ...answers("The messages.", z.array(pendingShape)), ...notFound },
});

const oneDecided = z.object({ pending_id: id, status: z.enum(APPROVAL_STATUSES) }).openapi("Decision");
const batchDecided = z
  .object({
    batch_id: id,
    status: z.enum(["approved", "rejected"]),
    decided_count: id,
    skipped_count: id.openapi({ description: "Those that expired or were edited meanwhile." }),
  })
  .openapi("BatchDecision");
const ofOne = { ...answers("Decided.", oneDecided), ...notFound, ...conflicts };
const ofBatch = { ...answers("Decided.", batchDecided), ...notFound, ...conflicts };

const approve = createRoute({
  method: "post",
  path: "/{id}/approve",
  operationId: "approveProposal",
  tags,
  summary: "Approve a proposal",
  description: `${decides} It is sent at once; see \`status\` in the lists for how that went. With \`text\`, what was read, one that was edited since is not approved (409, \`approval_changed\`).`,
  security,
  request: { params, ...approveRequest },
  responses: ofOne,
});
const reject = createRoute({
  method: "post",
  path: "/{id}/reject",
  operationId: "rejectProposal",
  tags,
  summary: "Reject a proposal",
  description: decides,
  security,
  request: { params, ...reasonRequest },
  responses: ofOne,
});
const approveBatch = createRoute({
  method: "post",
  path: "/batch/{id}/approve",
  operationId: "approveBatch",
  tags,
  summary: "Approve what still waits of a batch",
  description: `${decides} Messages go out in their order, with the pause that was proposed or \`delay_between_sec\`. With \`texts\`, what was read by \`pending_id\`, those that were edited since wait on.`,
  security,
  request: {
    params,
    query: z.object({ delay_between_sec: z.coerce.number().int().min(0).max(3600).optional() }),
    ...approveBatchRequest,
  },
  responses: ofBatch,
});
const rejectBatch = createRoute({
  method: "post",
  path: "/batch/{id}/reject",
  operationId: "rejectBatch",
  tags,
  summary: "Reject what still waits of a batch",
  description: decides,
  security,
  request: { params, ...reasonRequest },
  responses: ofBatch,
});

/** What programs propose, and the decisions of those programs that may make them. */
export const sandboxRoutes = new OpenAPIHono<ApiEnv>({ defaultHook: refuseBadInput });
sandboxRoutes.use(apiKeyGate, takeNoBody);
sandboxRoutes.openapi(pending, async (c) => {
  const { batch_id } = c.req.valid("query");
  return c.json((await pendingApprovals(c.var.actor, batch_id)).map(pendingOf), 200);
});
sandboxRoutes.openapi(batches, async (c) => {
  const { status } = c.req.valid("query");
  return c.json((await listBatches(c.var.actor, status)).map(batchOf), 200);
});
sandboxRoutes.openapi(batch, async (c) => {
  const batchId = c.req.valid("param").id;
  return c.json((await batchApprovals(c.var.actor, { batchId })).map(pendingOf), 200);
});
sandboxRoutes.openapi(approveBatch, async (c) => {
  const batchId = c.req.valid("param").id;
  const delaySeconds = c.req.valid("query").delay_between_sec;
  const { texts } = c.req.valid("json");
  const what = { batchId, delaySeconds };
  const result = await decide(c.var.actor, { what, verdict: "approve", texts });
  return c.json(batchDecision(batchId, "approved", result), 200);
});
sandboxRoutes.openapi(rejectBatch, async (c) => {
  const batchId = c.req.valid("param").id;
  const reason = c.req.valid("query").reason ?? c.req.valid("json").reason;
  const result = await decide(c.var.actor, { what: { batchId }, verdict: "reject", reason });
  return c.json(batchDecision(batchId, "rejected", result), 200);
});
sandboxRoutes.openapi(approve, async (c) => {
  const { id } = c.req.valid("param");
  const { text } = c.req.valid("json");
  const texts = text === undefined ? undefined : { [id]: text };
  refuseSkipped(await decide(c.var.actor, { what: { approvalIds: [id] }, verdict: "approve", texts }));
  return c.json({ pending_id: id, status: "approved" as const }, 200);
});
sandboxRoutes.openapi(reject, async (c) => {
  const { id } = c.req.valid("param");
  const reason = c.req.valid("query").reason ?? c.req.valid("json").reason;
  refuseSkipped(await decide(c.var.actor, { what: { approvalIds: [id] }, verdict: "reject", reason }));
  return c.json({ pending_id: id, status: "rejected" as const }, 200);
});

/** Clients of older hubs say that they send JSON, and send nothing. */
async function takeNoBody({ req }: Context<ApiEnv>, next: Next): Promise<void> {
  if (req.method === "POST" && (await req.text()).trim() === "") {
    const headers = new Headers(req.raw.headers);
    headers.delete("content-type");
    req.raw = new Request(req.raw.url, { method: req.method, headers });
  }
  await next();
}

function batchDecision(batchId: number, status: "approved" | "rejected", result: DecideResult) {
  const { decided, skipped } = result;
  if (decided.length === 0) refuseSkipped(result);
  return { batch_id: batchId, status, decided_count: decided.length, skipped_count: skipped.length };
}

function refuseSkipped({ skipped: [first] }: DecideResult): void {
  if (!first) return;
  if (first.why === "expired")
    throw new AppError("conflict", "approval_expired", "This proposal has expired.");
  if (first.why === "changed")
    throw new AppError(
      "conflict",
      "approval_changed",
      `The text was changed meanwhile: read it again. It now says: ${first.text}`,
    );
  const how = first.status === "rejected" ? "rejected" : "approved";
  throw new AppError(
    "conflict",
    "approval_decided",
    `This proposal was ${how} already, by ${first.decidedBy ?? "the workspace's policy"}.`,
  );
}
