/** New values of a conversation whose customer waits for a person's words since a moment; null: nobody waits. */
export function waitsForPerson(since: Date | null) {
  return { unansweredSince: since, nudges: 0, nudgedAt: null, escalatedAt: null };
}
