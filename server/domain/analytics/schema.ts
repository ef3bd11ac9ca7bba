import { z } from "zod";
import type { IntentName } from "@/server/domain/messages/hub/schema";

/** No chart of more days can be read, and no table either. */
export const MAX_DAYS = 400;

const dayMs = 24 * 3600_000;

/** A period of whole days, both inclusive, in the workspace's time zone; without `from` the last `days` up to `to`. */
export const analyticsInput = z
  .object({
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    days: z.number().int().min(1).max(MAX_DAYS).default(30),
  })
  .refine(({ from, to }) => !from || !to || from <= to, { path: ["to"], message: "`to` is before `from`." })
  .refine(({ from, to }) => !from || !to || Date.parse(to) - Date.parse(from) < MAX_DAYS * dayMs, {
    path: ["from"],
    message: `At most ${MAX_DAYS} days.`,
  });
export type AnalyticsInput = z.output<typeof analyticsInput>;

export const REPORT_FORMATS = ["json", "csv", "xlsx"] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Half of the cases took no longer than `median` seconds, nine of ten no longer than `p90`; null without cases. */
export type Spread = { count: number; median: number | null; p90: number | null };

/** Messages of one day, `YYYY-MM-DD` in the workspace's time zone. */
export type DayVolume = {
  day: string;
  /** By customers and other people in the chats. */
  contacts: number;
  assistant: number;
  /** By members in the browser; those who write on a channel count as contacts. */
  members: number;
};

export type ManagerLoad = {
  /** Tells people of one name apart. */
  key: string;
  name: string;
  /** Conversations opened in the period that they led last. */
  conversations: number;
  openNow: number;
  firstResponse: Spread;
  rating: number | null;
};

/** What happened in a workspace within a period. Times are seconds, money is US dollars. */
export type AnalyticsView = {
  from: string;
  to: string;
  timeZone: string;
  volume: { total: number; byDay: DayVolume[] };
  conversations: {
    opened: number;
    closed: number;
    openNow: number;
    waitingNow: number;
    /** Of those opened in the period: closed without a person. */
    byAssistant: number;
    /** Of those opened in the period: a person was called or took over. */
    handedOver: number;
    /** Of those opened in the period: opened within three days of the customer's last one being closed. */
    reopened: number;
  };
  /** From the customer's first message to the assistant's first words, of the period's newest thousand. */
  assistantResponse: Spread;
  /** From the call for a person to their first words. */
  managerResponse: Spread;
  /** From opening to closing, of those closed in the period. */
  resolution: Spread;
  ratings: { average: number | null; count: number; byStars: [number, number, number, number, number] };
  intents: {
    total: number;
    byIntent: Record<IntentName, number>;
    byDay: ({ day: string } & Record<IntentName, number>)[];
  };
  managers: ManagerLoad[];
  cost: { total: number; perClosed: number | null };
};

/** A question that the assistant left to people. */
export type UnansweredQuestion = {
  conversationId: number;
  question: string;
  /** As the assistant gave it, see HandoverReason. */
  reason: string;
  language: string;
  state: "assistant" | "waiting" | "manager" | "closed";
  /** ISO 8601 with zone. */
  at: string;
};

export type UnansweredView = {
  from: string;
  to: string;
  /** All of the period, by reason. */
  byReason: { reason: string; count: number }[];
  /** The newest of them. */
  questions: UnansweredQuestion[];
};
