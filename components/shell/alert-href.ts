const elsewhere: Record<string, string> = {
  customer_waiting: "/inbox",
  delivery_failed: "/inbox",
  model_failed: "/profile/ai",
  embedding_failed: "/profile/ai",
  budget_spent: "/profile/ai",
};

/** The page where what an alert tells of can be put right. */
export function alertHref(code: string): string {
  return elsewhere[code] ?? "/resources";
}
