import type { Resource, Workspace } from "@/prisma/generated/client";

/** A resource as its updates are handled. */
export type HandledResource = Resource & { workspace: Workspace };

/** An update that was read, and the provider's id of it. */
export type ReadUpdate<Update> = { update: Update; externalId: string };

/** What a provider's stored updates are to the provider's bot. */
export type UpdateHandler<Update> = {
  /** The update if it can be relied on, else the field that cannot. */
  read(payload: unknown): { ok: true; update: Update } | { ok: false; field: string };
  /** Names what belongs together and is handled as one once no more of it comes, such as an album; null for all else. */
  togetherAs?(update: Update): string | null;
  /** Carries out one update, or those that belong together. Handled twice, they take effect once. Throws NotNow to wait. */
  handle(resource: HandledResource, updates: [ReadUpdate<Update>, ...ReadUpdate<Update>[]]): Promise<void>;
  /** Edits the messages in which organisers were shown how a meeting stands; none where meetings are not served. */
  refreshSummaries?(asked: { meetingId: number }): Promise<void>;
};
