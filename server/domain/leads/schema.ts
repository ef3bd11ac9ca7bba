import { z } from "zod";
import type { PersonContact } from "@/server/domain/contacts/schema";

export const LEAD_STATUSES = ["new", "contacted", "qualified", "proposal", "won", "lost"] as const;
export type LeadStatusName = (typeof LEAD_STATUSES)[number];

/** Stages of a lead that is still worked on. */
export const OPEN_STATUSES = ["new", "contacted", "qualified", "proposal"] as const;

/** A lead is worth less than this, in whole units of its currency. */
export const MOST_VALUE = 999_999_999_999;

const id = z
  .number()
  .int()
  .positive()
  .max(2 ** 31 - 1);
const value = z.number().min(0).max(MOST_VALUE).multipleOf(0.01);

/** What people may set. Null empties; phone and e-mail are checked and normalised by the use case. */
const fields = {
  name: z.string().trim().min(1).max(200),
  phone: z.string().trim().max(60).nullable(),
  email: z.string().trim().max(254).nullable(),
  status: z.enum(LEAD_STATUSES),
  value: value.nullable(),
  /** ISO 4217. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  ownerUserId: id.nullable(),
  nextStep: z.string().trim().max(300).nullable(),
  nextStepAt: z.iso.datetime({ offset: true }).nullable(),
};

/** A lead made by hand or by a program; the same `clientId` twice is one lead. */
export const createLeadInput = z
  .object({ ...fields, source: z.string().trim().min(1).max(80), contactId: id })
  .partial()
  .required({ name: true })
  .extend({
    clientId: z.string().min(1).max(100).optional(),
    note: z.string().trim().max(4000).optional(),
  });
export type CreateLeadInput = z.infer<typeof createLeadInput>;

/** What is missing stays as it is. */
export const changeLeadInput = z.object(fields).partial().extend({ leadId: id });
export type ChangeLeadInput = z.infer<typeof changeLeadInput>;

export const leadIdInput = z.object({ leadId: id });
export const conversationIdInput = z.object({ conversationId: id });
export const hubMessageIdInput = z.object({ hubMessageId: id });

/** A note; the same `clientId` twice is one note. */
export const leadNoteInput = z.object({
  leadId: id,
  clientId: z.uuid(),
  text: z.string().trim().min(1).max(4000),
});
export type LeadNoteInput = z.infer<typeof leadNoteInput>;

/** Which leads; everything given must hold. `ownerUserId` null: those of nobody. */
export const leadFilter = z.object({
  statuses: z.array(z.enum(LEAD_STATUSES)).max(LEAD_STATUSES.length).optional(),
  ownerUserId: id.nullable().optional(),
  contactId: id.optional(),
  /** The source itself, or with `*` at its end what it begins with. */
  source: z.string().trim().max(80).optional(),
  search: z.string().trim().max(100).optional(),
});
export type LeadFilter = z.infer<typeof leadFilter>;

export const LEAD_SORTS = ["updated", "created", "name", "value", "nextStep"] as const;

/** `cursor` is a page's `next`; `offset` is for older clients. (`direction` is a word of tRPC's own infinite queries.) */
export const leadPage = z.object({
  sort: z.enum(LEAD_SORTS).default("updated"),
  order: z.enum(["asc", "desc"]).default("desc"),
  limit: z.number().int().min(1).max(1000).default(50),
  cursor: z.string().max(600).optional(),
  offset: z.number().int().min(0).max(100_000).optional(),
});
export type LeadPage = z.infer<typeof leadPage>;

export const listLeadsInput = leadFilter.extend(leadPage.shape);
export const leadTimelineInput = z.object({
  leadId: id,
  cursor: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(100).default(30),
});

/** A lead as pages and programs see it; moments are ISO 8601. */
export type LeadView = {
  id: number;
  name: string;
  phone: string | null;
  email: string | null;
  status: LeadStatusName;
  source: string;
  value: number | null;
  currency: string;
  owner: { id: number; name: string } | null;
  contactId: number | null;
  conversationId: number | null;
  hubMessageId: number | null;
  nextStep: string | null;
  nextStepAt: string | null;
  settledAt: string | null;
  createdAt: string;
  updatedAt: string;
};

/** Why a lead's fields are refused: the phone or e-mail is none, the owner is no member, the contact is not known. */
export type LeadTrouble = { ok: false; reason: "phone" | "email" | "owner" | "contact" };
export type LeadResult = { ok: true; lead: LeadView; existed: boolean } | LeadTrouble;

export type LeadList = { leads: LeadView[]; total: number; next: string | null };

export type LeadBoard = {
  columns: (LeadList & { status: LeadStatusName; worth: { currency: string; value: number }[] })[];
};

export type LeadDetail = {
  lead: LeadView;
  /** Everyone this person is; empty for a lead without a contact. */
  person: PersonContact[];
  /** Other leads of the same person. */
  others: { id: number; name: string; status: LeadStatusName }[];
};

/** One thing in the life of the person behind a lead. */
export type LeadTimelineItem = { key: string; at: string } & (
  | {
      type: "step";
      kind:
        | "created"
        | "note"
        | "status"
        | "owner"
        | "value"
        | "next_step"
        | "details"
        | "merged"
        | "separated";
      text: string;
      details: Record<string, unknown>;
      actorName: string;
    }
  | {
      type: "conversation";
      conversationId: number;
      provider: string;
      /** The door the person wrote through last: `mini_app`, `bot`. */
      origin: string;
      state: "assistant" | "waiting" | "manager" | "closed";
      /** What the customer said last. */
      text: string;
      messages: number;
      rating: number | null;
    }
  | {
      type: "message";
      messageId: number;
      provider: string;
      chat: { id: number; title: string; isPrivate: boolean };
      authorName: string;
      text: string;
      messageType: string;
    }
);

export type LeadTimeline = { items: LeadTimelineItem[]; next: string | null };
