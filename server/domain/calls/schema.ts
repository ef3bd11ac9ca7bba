import { z } from "zod";
import { conversationTargetInput } from "@/server/domain/conversations/inbox-schema";
import { resourceInput } from "@/server/domain/resources/schema";

const meeting = z.object({
  /** The same twice is one meeting. */
  clientId: z.uuid(),
  topic: z.string().trim().min(1).max(200),
  /** Null: now. */
  startsAt: z.iso.datetime({ offset: true }).nullable(),
  durationMinutes: z.number().int().min(5).max(1440),
});

export const createCallInput = meeting.extend({
  /** Left out: any account that makes meetings. */
  resourceId: resourceInput.shape.resourceId.optional(),
});
export type CreateCallInput = z.infer<typeof createCallInput>;

export const deleteCallInput = resourceInput.extend({ externalId: z.string().min(1).max(100) });
export type DeleteCallInput = z.infer<typeof deleteCallInput>;

export const offerCallInput = meeting.extend({
  conversationId: conversationTargetInput.shape.conversationId,
  /** The last message that stood before the member's eyes. */
  seenSeq: z.number().int().min(0),
});
export type OfferCallInput = z.infer<typeof offerCallInput>;

/** A meeting as its host's side sees it. `startsAt` is ISO 8601 with zone. */
export type CallView = {
  externalId: string;
  topic: string;
  startsAt: string;
  durationMinutes: number;
  joinUrl: string;
};

/**
 * Why nothing came of it, in codes that the pages put into words; `detail` is the service's own text. `not_connected`: no
 * account makes meetings here; `past`: the time is over; else as the provider's MeetingFailure.
 */
export type CallTrouble = {
  ok: false;
  reason: "not_connected" | "past" | "unauthorised" | "no_rights" | "limited" | "gone" | "refused" | "retry";
  detail: string | null;
  /** When the service may be asked again, where it said so. */
  againAt?: string;
};
