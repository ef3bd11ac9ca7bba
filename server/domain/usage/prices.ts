import { env } from "@/server/lib/env";

/** US dollars for a million tokens, which is millionths of a dollar for one. */
export type Price = { input: number; output: number };

const price = (input: number, output: number): Price => ({ input, output });

/**
 * List prices without discounts for caches and batches, as the makers published them in October 2025:
 * openai.com/api/pricing, claude.com/pricing, ai.google.dev/gemini-api/docs/pricing, mistral.ai/pricing,
 * api-docs.deepseek.com/quick_start/pricing.
 */
const prices: Record<string, Price> = {
  "gpt-5": price(1.25, 10),
  "gpt-5-mini": price(0.25, 2),
  "gpt-5-nano": price(0.05, 0.4),
  "gpt-4.1": price(2, 8),
  "gpt-4.1-mini": price(0.4, 1.6),
  "gpt-4.1-nano": price(0.1, 0.4),
  "gpt-4o": price(2.5, 10),
  "gpt-4o-mini": price(0.15, 0.6),
  "gpt-4-turbo": price(10, 30),
  "gpt-4": price(30, 60),
  "gpt-3.5-turbo": price(0.5, 1.5),
  o1: price(15, 60),
  o3: price(2, 8),
  "o3-mini": price(1.1, 4.4),
  "o4-mini": price(1.1, 4.4),
  "text-embedding-3-small": price(0.02, 0),
  "text-embedding-3-large": price(0.13, 0),
  "text-embedding-ada-002": price(0.1, 0),
  "claude-opus-4": price(15, 75),
  "claude-opus-4-1": price(15, 75),
  "claude-sonnet-4": price(3, 15),
  "claude-sonnet-4-5": price(3, 15),
  "claude-haiku-4-5": price(1, 5),
  "claude-3-5-haiku": price(0.8, 4),
  "gemini-2.5-pro": price(2.5, 15),
  "gemini-2.5-flash": price(0.3, 2.5),
  "gemini-2.5-flash-lite": price(0.1, 0.4),
  "gemini-2.0-flash": price(0.1, 0.4),
  "mistral-large": price(2, 6),
  "mistral-medium": price(0.4, 2),
  "mistral-small": price(0.1, 0.3),
  "deepseek-chat": price(0.28, 1.1),
  "deepseek-reasoner": price(0.55, 2.19),
};

/** What a model of the server's key counts as while nobody knows its price: dearer than most, so that budgets hold. */
const cautious = price(10, 30);

/** The list price of a model, whatever maker's prefix (`openai/`) or date (`-2024-08-06`) its name carries; null when unknown. */
export function listPrice(model: string): Price | null {
  const name = model
    .toLowerCase()
    .replace(/^.*\//, "")
    .replace(/-(latest|\d{4}-\d{2}-\d{2}|\d{8}|\d{4})$/, "");
  return Object.hasOwn(prices, name) ? (prices[name] ?? null) : null;
}

/** What a call of the server's key counts as; `known` is false where the cautious price stands in. */
export function managedPrice(model: string): Price & { known: boolean } {
  const listed = (model === env.OPENAI_MODEL_NAME && env.OPENAI_MODEL_PRICE) || listPrice(model);
  return { ...(listed ?? cautious), known: listed !== null };
}

/** Millionths of a US dollar, rounded up. */
export function costMicros({ input, output }: Price, tokens: { input: number; output: number }): number {
  // Rounded first, so that what binary fractions leave behind does not become a whole millionth.
  return Math.ceil(Number((tokens.input * input + tokens.output * output).toFixed(6)));
}
