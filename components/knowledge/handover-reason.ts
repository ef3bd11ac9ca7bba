const REASONS = [
  "not_found",
  "low_confidence",
  "realtime_availability",
  "negotiation",
  "complaint",
  "emergency",
  "booking_action",
  "account",
  "injection",
  "requested",
  "attachment",
  "language",
  "model_unavailable",
  "budget_spent",
] as const;

/** A reason that the page has words for; one it does not know means that nothing was found. */
export function handoverReason(reason: string | null): (typeof REASONS)[number] {
  return REASONS.find((each) => each === reason) ?? "not_found";
}
