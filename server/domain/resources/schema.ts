import { z } from "zod";

export const setUpdateModeInput = z.object({
  resourceId: z
    .number()
    .int()
    .positive()
    .max(2 ** 31 - 1),
  updates: z.enum(["polling", "webhook"]),
});
export type SetUpdateModeInput = z.infer<typeof setUpdateModeInput>;

/** A resource as the owner sees it. Times are ISO 8601 with zone. */
export type ResourceView = {
  id: number;
  name: string;
  provider: string;
  /** The account's public name on its service, without @. */
  username: string | null;
  world: "service" | "simulator";
  state: "ready" | "active" | "paused" | "error";
  /** A worker holds it and is alive. */
  listening: boolean;
  error: Trouble | null;
  warning: Trouble | null;
  lastEventAt: string | null;
  /** What waits to be sent, the oldest first; empty when nothing does. */
  queues: QueueView[];
  /** How its updates come; null for providers that know one way only. */
  updates: "polling" | "webhook" | null;
  /** The reader's role allows changes. */
  mayChange: boolean;
  /** Where the provider brings them, for people who set up a proxy. */
  webhookUrl: string | null;
};

/** What waits to be sent to one managers' group (or other group), or with `groupId` null to all private chats. */
export type QueueView = { groupId: number | null; title: string | null; size: number; oldestAt: string };

/** A code that the page puts into words, and the provider's own text. */
export type Trouble = { code: string; detail: string | null };
