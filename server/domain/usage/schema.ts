import { z } from "zod";

/** What can be wrong with a field of the AI settings before the endpoint is asked; the page puts it into words. */
export const AI_PROBLEMS = ["address", "credentials", "required", "too_long", "characters"] as const;
export type AiProblem = (typeof AI_PROBLEMS)[number];

const problem = (code: AiProblem) => ({ error: code });

/** Printable, no spaces: what could stand in a header or a model's name. */
const word = (longest: number) =>
  z
    .string(problem("required"))
    .trim()
    .max(longest, problem("too_long"))
    .regex(/^[\x21-\x7e]*$/, problem("characters"));

const baseUrl = z
  .string(problem("required"))
  .trim()
  .max(300, problem("too_long"))
  .pipe(z.url({ protocol: /^https?$/, error: "address" }))
  .refine((value) => !new URL(value).username && !new URL(value).password, problem("credentials"))
  .refine((value) => !/[?#]/.test(value), problem("address"))
  .transform((value) => value.replace(/\/+$/, ""));

/**
 * `managed` uses the server's key. With `byok` the endpoint is tried before anything is kept; a key left out stays as it
 * is, an empty one means that the endpoint needs none.
 */
export const saveAiSettingsInput = z.discriminatedUnion("mode", [
  z.object({ mode: z.literal("managed") }),
  z.object({
    mode: z.literal("byok"),
    baseUrl,
    model: word(120).min(1, problem("required")),
    embeddingModel: word(120).default(""),
    apiKey: word(500).optional(),
  }),
]);

/** US dollars a month for calls by the server's key; null for no limit. */
export const setMonthlyBudgetInput = z.object({ dollars: z.number().min(0).max(1_000_000).nullable() });
export type SetMonthlyBudgetInput = z.infer<typeof setMonthlyBudgetInput>;

/** Why an endpoint does not serve, in kinds that the page puts into words. */
export type ProbeFailureKind =
  | "unauthorised"
  | "rate_limited"
  | "unreachable"
  | "private_address"
  | "redirected"
  | "not_found"
  | "timeout"
  | "server_error"
  | "unknown_model"
  | "bad_answer";

/** How the workspace's assistant reaches its model, without the key. Who may not configure it sees no address. */
export type AiSettingsView = {
  mode: "managed" | "byok";
  /** The model behind the server's key; null when the operator has configured none. */
  managedModel: string | null;
  /** The own endpoint, also while it is not in use; null when there is none or the reader may not see it. */
  own: {
    baseUrl: string;
    model: string;
    embeddingModel: string | null;
    keyLast4: string | null;
    hasKey: boolean;
    /** ISO 8601. */
    probedAt: string | null;
  } | null;
  editable: boolean;
  mayViewUsage: boolean;
};

export type SaveAiSettingsResult =
  | { ok: true; view: AiSettingsView; warnings: ("disobeys" | "no_format" | "no_streaming")[] }
  | { ok: false; reason: "bad_input"; problems: { field: string; problem: AiProblem }[] }
  /** The stored key would go to another host: type it anew. */
  | { ok: false; reason: "key_needed" }
  | {
      ok: false;
      reason: "probe_failed";
      /** Which of the two models was asked. */
      what: "model" | "embedding";
      kind: ProbeFailureKind;
      /** Plain English for those who look deeper. */
      detail: string;
      /** Names the endpoint lists that look like the one asked for. */
      suggestions: string[];
    };

/** Calls of one day (in the workspace's time zone) and model. Costs are millionths of a US dollar, null where unknown. */
export type UsageRow = {
  day: string;
  model: string;
  keyMode: "managed" | "byok";
  requests: number;
  failed: number;
  promptTokens: number;
  completionTokens: number;
  costMicros: number | null;
};

export type UsageView = {
  /** Days shown, oldest first, today included. */
  days: string[];
  rows: UsageRow[];
  /** Calls by the server's key since the month began. */
  month: { spentMicros: number; heldMicros: number; budgetMicros: number | null };
  /** The server's model counts at a cautious price since its own is unknown; US dollars for a million tokens. */
  cautiousPrice: { input: number; output: number } | null;
};
