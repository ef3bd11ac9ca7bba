import { JSONParser } from "@streamparser/json";
import { z } from "zod";

const handoverReasons = [
  "not_found",
  "realtime_availability",
  "negotiation",
  "complaint",
  "emergency",
  "booking_action",
  "account",
  "injection",
  "requested",
] as const;
export type ModelHandoverReason = (typeof handoverReasons)[number];

const proposedSentence = z.object({
  text: z.string().trim().min(1).max(1000),
  quotes: z.array(
    z.object({ passage: z.union([z.string(), z.number()]).transform((id) => Number(id)), quote: z.string() }),
  ),
});
/** A sentence as the model proposes it: nothing of it is verified. */
export type ProposedSentence = z.infer<typeof proposedSentence>;

const decisionSchema = z.enum(["answer", "handover"]);
const reasonSchema = z.enum(handoverReasons).nullish();

/** The reply's JSON schema in the strict form of OpenAI's structured outputs: every property required, none additional. */
export const groundedReplySchema = {
  name: "grounded_reply",
  schema: {
    type: "object",
    additionalProperties: false,
    required: ["decision", "reason", "sentences"],
    properties: {
      decision: { type: "string", enum: decisionSchema.options },
      reason: { type: ["string", "null"], enum: [...handoverReasons, null] },
      sentences: {
        type: "array",
        items: {
          type: "object",
          additionalProperties: false,
          required: ["text", "quotes"],
          properties: {
            text: { type: "string" },
            quotes: {
              type: "array",
              items: {
                type: "object",
                additionalProperties: false,
                required: ["passage", "quote"],
                properties: { passage: { type: "string" }, quote: { type: "string" } },
              },
            },
          },
        },
      },
    },
  },
};

export type GroundedReplyReader = {
  /** Takes the next piece of the stream, cut anywhere; returns the sentences whose JSON object closed in it. */
  push: (piece: string) => ProposedSentence[];
  /** The decision as soon as it was read. */
  decision: () => "answer" | "handover" | null;
  reason: () => ModelHandoverReason | null;
  /** Null when the reply was complete and well-formed so far, else what is wrong with it. */
  problem: () => string | null;
};

/** Reads a grounded reply piece by piece; reasoning before it and a Markdown fence around it are skipped. */
export function readGroundedReply(): GroundedReplyReader {
  let decision: "answer" | "handover" | null = null;
  let reason: ModelHandoverReason | null = null;
  let problem: string | null = null;
  let ended = false;
  let sawSentences = false;
  let waiting: string | null = "";
  let half = "";
  let closed: ProposedSentence[] = [];

  const parser = new JSONParser({
    paths: ["$.decision", "$.reason", "$.sentences", "$.sentences.*"],
    keepStack: false,
  });
  parser.onValue = ({ value, key, stack }) => {
    if (stack.length === 1 && key === "decision") {
      const read = decisionSchema.safeParse(value);
      if (read.success) decision = read.data;
      else problem = "“decision” is neither “answer” nor “handover”";
    } else if (stack.length === 1 && key === "reason") {
      reason = reasonSchema.safeParse(value).data ?? null;
    } else if (stack.length === 1 && key === "sentences") {
      if (Array.isArray(value)) sawSentences = true;
      else problem = "“sentences” is not a list";
    } else if (stack.length === 2) {
      const read = proposedSentence.safeParse(value);
      if (read.success) closed.push(read.data);
      else problem = "a sentence has not the form {text, quotes: [{passage, quote}]}";
    }
  };
  parser.onError = () => {
    problem = "the reply is not valid JSON";
  };
  parser.onEnd = () => {
    ended = true;
  };

  function push(piece: string): ProposedSentence[] {
    let text = half + piece;
    // A piece may end in the middle of a surrogate pair.
    half = /[\uD800-\uDBFF]$/.test(text) ? text.slice(-1) : "";
    text = text.slice(0, text.length - half.length);
    if (waiting !== null) {
      waiting += text;
      const start = findStart(waiting);
      if (start === -1) return [];
      text = waiting.slice(start);
      waiting = null;
    }
    closed = [];
    // Character by character, so that whatever follows the closing brace is left alone.
    for (const character of text) {
      if (ended || problem === "the reply is not valid JSON") break;
      parser.write(character);
    }
    return closed;
  }

  return {
    push,
    decision: () => decision,
    reason: () => reason,
    problem: () => {
      if (problem) return problem;
      if (!ended) return "the reply broke off before its JSON was complete";
      if (!decision) return "“decision” is missing";
      return decision === "answer" && !sawSentences ? "“sentences” is missing" : null;
    },
  };
}

/** Where the JSON object begins, or -1 while that is not known yet. */
function findStart(text: string): number {
  const trimmed = text.trimStart();
  if ("<think>".startsWith(trimmed.slice(0, 7)) && trimmed !== "") {
    const end = text.indexOf("</think>");
    return end === -1 ? -1 : text.indexOf("{", end);
  }
  return text.indexOf("{");
}
