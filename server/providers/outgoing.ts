/** Something that happened in the workspace; `id` stays the same however often it is delivered. */
export type OutgoingEvent = {
  id: string;
  /** `<noun>.<verb>`, such as `message.created`. */
  type: string;
  /** ISO 8601 with zone. */
  at: string;
  data: object;
};

/**
 * What became of a try: `status` is the answer's HTTP status, null when there was none; `detail` the beginning of the
 * answer or why there was none. `retry`: the same event may be taken later; `refused`: it never will be.
 */
export type OutgoingResult =
  | { ok: true; status: number; detail: string }
  | { ok: false; kind: "retry" | "refused"; status: number | null; detail: string; afterMs?: number };

/** Listens to the workspace's own events, in their order of commit, instead of bringing us any. */
export type OutgoingCapability<Credentials, Settings> = {
  /** Whether the owner wants events of this type there. */
  wants(settings: Settings, type: string): boolean;
  deliver(credentials: Credentials, settings: Settings, event: OutgoingEvent): Promise<OutgoingResult>;
  /** A new secret by which the receiver knows us, to be shown once, and the credentials that hold it. */
  renewSecret(credentials: Credentials): { secret: string; credentials: Credentials };
};
