import { z } from "zod";
import type { ModelMode } from "../world/settings";
import { type Answer, answerGrounded, type Passage } from "./answer-grounded";
import { sampleOf } from "./sample-of";
import { understand } from "./understand";

const questionSchema = z.object({
  question: z.string(),
  passages: z.array(z.object({ id: z.string(), heading: z.string().optional(), text: z.string() })),
  repair: z.object({ kept: z.array(z.string()) }).optional(),
});
const summarySchema = z.object({
  summarise: z.array(z.object({ author: z.string(), text: z.string() })),
});

const understandSchema = z.object({
  understand: z.array(z.object({ id: z.number(), text: z.string() })),
  examples: z.array(
    z.object({ text: z.string(), intent: z.string(), sentiment: z.string(), urgent: z.boolean() }),
  ),
});

/** The JSON object inside a user message, with or without words around it. */
function jsonIn(text: string): unknown {
  const from = text.indexOf("{");
  const to = text.lastIndexOf("}");
  if (from === -1 || to <= from) return null;
  try {
    return JSON.parse(text.slice(from, to + 1));
  } catch {
    return null;
  }
}

function inventing(passages: Passage[]): Answer {
  return {
    decision: "answer",
    reason: null,
    sentences: [
      {
        text: "Every booking includes a free helicopter transfer and costs 999 € a day.",
        quotes: [{ passage: passages[0]?.id ?? "1", quote: "a free helicopter transfer for 999 €" }],
      },
    ],
  };
}

/** States something false: another number, or the opposite. */
function falsified(text: string): string {
  if (/\d/.test(text)) return text.replace(/\d+/, (digits) => String(Number(digits) + 7));
  const negated = text.replace(/\b(is|are|can|may|must|will)\b/i, "$1 not");
  if (negated !== text) return negated;
  return /[а-яё]/i.test(text) ? `Неверно, что ${text}` : `It is not true that ${text}`;
}

function misquoting(answer: Answer, passages: Passage[]): Answer {
  const quote = answer.sentences[0]?.quotes[0] ?? {
    passage: passages[0]?.id ?? "1",
    quote: passages[0]?.text.split("\n").find((line) => /\d/.test(line)) ?? passages[0]?.text ?? "",
  };
  return { decision: "answer", reason: null, sentences: [{ text: falsified(quote.quote), quotes: [quote] }] };
}

function answer(mode: ModelMode, asked: z.infer<typeof questionSchema>): Answer {
  const { question, passages, repair } = asked;
  switch (mode) {
    case "refusing":
      return { decision: "handover", reason: "not_found", sentences: [] };
    case "inventing":
      return inventing(passages);
    case "misquoting":
      return misquoting(answerGrounded(question, passages), passages);
    default:
      return answerGrounded(question, passages, repair?.kept);
  }
}

/** Two short sentences of the customer's own words. */
function summary(messages: { author: string; text: string }[]): string {
  const customer = messages.filter(({ author }) => /customer|client|user|клиент/i.test(author));
  const texts = (customer.length > 0 ? customer : messages).map(({ text }) => text.trim()).filter(Boolean);
  const ends = texts.length > 1 ? [texts[0], texts.at(-1)] : texts;
  return ends.map((text) => (text ?? "").split(/(?<=[.!?])\s/)[0]?.slice(0, 140) ?? "").join(" ");
}

/** The content of the model's reply to the last user message, by mode; JSON as our assistant asks for it. */
export function composeReply(mode: ModelMode, userText: string, schema: unknown): string {
  const json = jsonIn(userText);
  const asked = questionSchema.safeParse(json);
  let reply: unknown;
  if (asked.success) reply = answer(mode, asked.data);
  else {
    const toSummarise = summarySchema.safeParse(json);
    const toUnderstand = understandSchema.safeParse(json);
    if (toUnderstand.success)
      reply = { messages: understand(toUnderstand.data.understand, toUnderstand.data.examples) };
    else if (toSummarise.success) reply = { summary: summary(toSummarise.data.summarise) };
    else if (schema) reply = sampleOf(schema);
  }
  const content = reply === undefined ? "This is a simulated reply." : JSON.stringify(reply);
  return mode === "broken-json" ? `Sure! ${content.slice(0, Math.ceil(content.length * 0.6))}` : content;
}
