import type { KchatId } from "./kchat-json";

/** What goes wrong with the next calls; `carriedOut` ones are done although their answer says otherwise. */
export interface KchatFault {
  bot?: KchatId;
  /** The last part of the method's name such as `sendTextMessage`; `*` = any. */
  method: string;
  status?: number;
  message?: string;
  carriedOut: boolean;
  /** The connection breaks instead of an answer. */
  drop: boolean;
  delayMs: number;
  times: number;
}

/** What is to happen to a bot's events; counts are of events. */
export interface StreamPlan {
  cutAfter: number | null;
  double: number;
  reorder: number;
  held: string[];
  /** So many connections are answered with 503. */
  refuse: number;
  /** The stream stays open and tells nothing, pings neither. */
  mute: boolean;
}

export interface KchatStream {
  bot: KchatId;
  workspaceIds: KchatId[];
  write(frame: string): void;
  cut(): void;
}

export interface KchatCall {
  at: number;
  bot: KchatId | null;
  method: string;
  /** The path's workspace, group and message. */
  path: Record<string, string>;
  body: unknown;
  status: number;
}

/** What of KChat lives only while the process does. */
export interface KchatLive {
  streams: Set<KchatStream>;
  plans: Map<KchatId, StreamPlan>;
  faults: KchatFault[];
  calls: KchatCall[];
  /** When each bot's requests of the last minute came, ms since 1970. */
  requests: Map<KchatId, number[]>;
  events: number;
}

/** Nobody connected, nothing planned. */
export function emptyKchatLive(): KchatLive {
  return {
    streams: new Set(),
    plans: new Map(),
    faults: [],
    calls: [],
    requests: new Map(),
    events: 0,
  };
}

/** What is planned for a bot's events; changes to it count. */
export function streamPlan(live: KchatLive, bot: KchatId): StreamPlan {
  let plan = live.plans.get(bot);
  if (!plan) {
    plan = { cutAfter: null, double: 0, reorder: 0, held: [], refuse: 0, mute: false };
    live.plans.set(bot, plan);
  }
  return plan;
}
