import { z } from "zod";

const id = z
  .number()
  .int()
  .positive()
  .max(2 ** 31 - 1);

/** More than this in one batch nobody reads before they approve. */
export const mostInBatch = 300;
/** What one message takes at Telegram: a proposal is one message. */
const longestText = 4096;
/** What a proposer tells of why, as JSON. */
const longestContext = 10_000;

/** The person chosen by a channel's own id of the chat, or by ours. */
const chatTarget = z.union([
  z.object({ chatId: id }),
  z.object({ chatExternalId: z.string().min(1).max(100), resourceId: id.optional() }),
]);
export type ChatTarget = z.infer<typeof chatTarget>;

const words = z.object({
  text: z
    .string()
    .max(longestText)
    .refine((text) => text.trim().length > 0, "The text is empty."),
  /** Why, for whoever decides: words, or values by name. */
  context: z
    .json()
    .refine((value) => JSON.stringify(value).length <= longestContext, "The context is too long.")
    .optional(),
});

/** `[\w.-]` keeps a kind a word; policies are kept by it. */
const kind = z
  .string()
  .regex(/^[\w.:-]{1,50}$/, "A kind is a word of up to 50 letters, digits, dots, colons and dashes.")
  .default("message");

export const proposeInput = z.object({ target: chatTarget, ...words.shape, kind });
export type ProposeInput = z.infer<typeof proposeInput>;

export const proposeBatchInput = z.object({
  name: z.string().trim().max(200).optional(),
  /** The pause between one message and the next. */
  delaySeconds: z.number().int().min(0).max(3600).default(0),
  messages: z
    .array(z.object({ target: chatTarget, ...words.shape, kind }))
    .min(1)
    .max(mostInBatch),
});
export type ProposeBatchInput = z.infer<typeof proposeBatchInput>;

export const editProposalInput = z.object({ approvalId: id, text: words.shape.text });
export type EditProposalInput = z.infer<typeof editProposalInput>;

/** Proposals to decide on: some of them, or all of a batch that still wait. */
export const decideInput = z.object({
  what: z.union([
    z.object({ approvalIds: z.array(id).min(1).max(mostInBatch) }),
    z.object({
      batchId: id,
      /** In place of the pause that the batch was proposed with. */
      delaySeconds: z.number().int().min(0).max(3600).optional(),
    }),
  ]),
  verdict: z.enum(["approve", "reject"]),
  /** What the decider read, by the proposals' numbers: one that was edited since waits on. */
  texts: z.record(z.string().regex(/^\d{1,10}$/), z.string().max(longestText)).optional(),
  /** The same of all that are asked for, as `fingerprintOf` puts it: if one was edited since, all wait on. */
  fingerprint: z.string().max(64).optional(),
  reason: z.string().trim().max(1000).optional(),
});
export type DecideInput = z.infer<typeof decideInput>;

export const APPROVAL_STATUSES = ["pending", "approved", "sent", "failed", "rejected", "expired"] as const;
export type ApprovalStatusName = (typeof APPROVAL_STATUSES)[number];

/** Why an approved message was not sent, as far as there are words of ours for it; the rest is the provider's own text. */
export const SENDING_FAILURES = [
  "kicked",
  "chat_gone",
  "blocked",
  "no_rights",
  "unauthorised",
  "gave_up",
  "interrupted",
] as const;

/** Those that wait the oldest first, others the newest first. */
export const listApprovalsInput = z.object({
  status: z.enum(APPROVAL_STATUSES).default("pending"),
  /** The last id of the page before. */
  cursor: id.optional(),
  limit: z.number().int().min(1).max(100).default(30),
});
export type ListApprovalsInput = z.infer<typeof listApprovalsInput>;

export const batchInput = z.object({ batchId: id, status: z.enum(APPROVAL_STATUSES).optional() });

export const approvalInput = z.object({ approvalId: id });

export const savePolicyInput = z.object({
  source: z.string().min(1).max(60),
  kind: z.string().regex(/^[\w.:-]{1,50}$/),
  mode: z.enum(["ask", "auto", "never"]),
  autoAfter: z.number().int().min(1).max(1000),
});
export type SavePolicyInput = z.infer<typeof savePolicyInput>;

/** A proposal as pages and programs see it; moments are ISO 8601 with zone. */
export type ApprovalView = {
  id: number;
  status: ApprovalStatusName;
  text: string;
  /** As it was proposed, where it was edited since. */
  proposedText: string | null;
  context?: unknown;
  kind: string;
  source: string;
  sourceName: string;
  /** The reader proposed it and may not decide on it. */
  isOwn: boolean;
  chat: {
    id: number;
    externalId: string;
    provider: string;
    type: "private" | "group" | "supergroup" | "channel";
    title: string;
    resourceId: number;
    resourceName: string;
  };
  batch: { id: number; name: string; position: number; delaySeconds: number } | null;
  expiresAt: string;
  decidedBy: { kind: string; name: string } | null;
  decidedAt: string | null;
  reason: string | null;
  errorCode: string | null;
  sendAfter: string | null;
  sentAt: string | null;
  createdAt: string;
};

/** A line of the list: a proposal, or those of a batch that have the list's status. */
export type ApprovalEntry = {
  id: number;
  approval: ApprovalView;
  /** How many of its batch have the status; 1 for a proposal of its own. */
  count: number;
  /** Of all its batch says; null for a proposal of its own. */
  fingerprint: string | null;
};

export type BatchView = {
  id: number;
  name: string;
  delaySeconds: number;
  sourceName: string;
  total: number;
  counts: Record<ApprovalStatusName, number>;
  createdAt: string;
};

/** What became of a decision: some may have been decided by somebody else, and then who that was is told. */
export type DecideResult = {
  decided: number[];
  skipped: {
    id: number;
    why: "decided" | "expired" | "own" | "changed";
    status: ApprovalStatusName;
    decidedBy: string | null;
    /** What it says now. */
    text: string;
  }[];
};

export type PolicyView = {
  source: string;
  sourceName: string;
  kind: string;
  mode: "ask" | "auto" | "never";
  autoAfter: number;
  streak: number;
};
