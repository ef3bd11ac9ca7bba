/** Something the owner should learn: a code that the page puts into words, and details from outside. */
export type AlertView = { id: number; code: string; detail: string | null };

/** Somebody who waits for a person's answer. `since` is ISO 8601 with zone. */
export type WaitingView = { conversationId: number; name: string; since: string; unread: boolean };

/** What the bell shows. Times are ISO 8601 with zone; `unread` counts what came after the last look. */
export type NoticesView = {
  alerts: (AlertView & { at: string; unread: boolean })[];
  /** All that wait are counted, those who wait longest are listed. */
  waiting: { count: number; longest: WaitingView[] };
  unread: number;
};
