import { z } from "zod";
import type { FieldValue, FormField } from "@/server/providers/form";

const resourceId = z
  .number()
  .int()
  .positive()
  .max(2 ** 31 - 1);
/** By field; the provider's own schema checks it, so that every wrong field is told at once. */
const values = z.record(z.string().max(100), z.unknown());

export const resourceInput = z.object({ resourceId });
export type ResourceInput = z.infer<typeof resourceInput>;

export const accountInput = z.object({
  provider: z.string().max(50),
  world: z.enum(["service", "simulator"]).default("service"),
  credentials: values,
  settings: values,
});
export type AccountInput = z.infer<typeof accountInput>;

export const addResourceInput = accountInput.extend({ name: z.string().trim().max(80).default("") });
export type AddResourceInput = z.infer<typeof addResourceInput>;

export const changeResourceInput = z.object({
  resourceId,
  name: z.string().trim().min(1).max(80).optional(),
  /** Only those that are to be replaced. */
  credentials: values.default({}),
  /** Only those that were changed: what changes meanwhile elsewhere stays. */
  settings: values.default({}),
});
export type ChangeResourceInput = z.infer<typeof changeResourceInput>;

export const removeResourceInput = z.object({
  resourceId,
  /** What was typed to confirm it, see `removeResource`. */
  confirmation: z.string().max(80).default(""),
});
export type RemoveResourceInput = z.infer<typeof removeResourceInput>;

/** A resource as the owner sees it. Times are ISO 8601 with zone. */
export type ResourceView = {
  id: number;
  name: string;
  provider: string;
  /** The account's public name on its service, without @. */
  username: string | null;
  world: "service" | "simulator";
  state: "ready" | "active" | "paused" | "error";
  /** A worker holds it and is alive; null for providers that nobody listens to. */
  listening: boolean | null;
  error: Trouble | null;
  warning: Trouble | null;
  lastEventAt: string | null;
  /** What waits to be sent, the oldest first; empty when nothing does. */
  queues: QueueView[];
  /** How long sending all of that takes at the provider's own pace; null where it has none, or nothing waits. Milliseconds. */
  sendingMs: number | null;
  /** Messages of the last hour, in twelfths, the oldest first. */
  throughput: { received: number[]; sent: number[] };
  /** The reader's role allows changes. */
  mayChange: boolean;
};

/** A resource with everything its own page shows; secrets are only told to be there. */
export type ResourceDetail = ResourceView & {
  form: FormField[];
  /** Of the settings' fields. */
  values: Record<string, FieldValue>;
  /** By name of field what may be picked from. */
  suggestions: Record<string, { value: string; label: string }[]>;
  /** Which managers' groups work. */
  groups: GroupView[];
  events: ResourceEventView[];
  conversations: number;
  /** Where the provider brings updates, for people who set up a proxy; null for those that bring none. */
  webhookUrl: string | null;
};

/**
 * An ordinary group or channel of an account. What keeps it from reading all: it was taken out, reads commands only
 * (`privacy_mode`), or is not told who comes and goes (`not_admin`). Moments are ISO 8601 with zone.
 */
export type CollectedChatView = {
  id: number;
  title: string;
  type: "group" | "supergroup" | "channel";
  /** People seen there who have not left. */
  members: number;
  lastMessageAt: string | null;
  ignored: boolean;
  obstacle: "left" | "privacy_mode" | "not_admin" | null;
};

export type GroupView = { chatId: string; title: string | null; trouble: Trouble | null };

export type ResourceEventView = {
  id: number;
  type: string;
  code: string | null;
  detail: string | null;
  at: string;
};

/** What waits to be sent to one managers' group (or other group), or with `groupId` null to all private chats. */
export type QueueView = { groupId: number | null; title: string | null; size: number; oldestAt: string };

/** One thing that was looked at; `seconds` since it was so last, where that is what counts. */
export type HealthView = {
  code: "listener" | "heard" | "account" | "webhook" | "echo";
  ok: boolean;
  detail: string;
  seconds: number | null;
};

/** A code that the page puts into words, and the provider's own text. */
export type Trouble = { code: string; detail: string | null };

/**
 * Why an account was not taken, at the field to blame (null: none). `code` is `required`, `wrong` (of the wrong form),
 * one of the provider's troubles, or: `already_connected` (here), `connected_elsewhere`, `other_account`,
 * `world_unavailable`.
 */
export type AccountProblem = { field: string | null; code: string; detail: string | null };

/** What a live look at an account found. */
export type AccountFindings = {
  account: { username: string | null; name: string };
  warnings: Trouble[];
  groups: GroupView[];
};

/** A provider as it is offered. */
export type ProviderOffer = {
  slug: string;
  form: FormField[];
  /** The worlds an account may be in here; the first is the usual one. */
  worlds: ("service" | "simulator")[];
};
