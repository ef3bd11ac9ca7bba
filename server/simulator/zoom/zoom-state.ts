import { randomBytes } from "node:crypto";
import { emit, type World } from "../world/world";

export interface ZoomMeeting {
  id: number;
  topic: string;
  /** ISO 8601 in UTC, without milliseconds as Zoom writes it. */
  start_time: string;
  duration: number;
  timezone: string;
  created_at: string;
  join_url: string;
}

/** One company's Zoom with its one app, whose owner hosts every meeting. */
export interface ZoomAccount {
  accountId: string;
  clientId: string;
  clientSecret: string;
  name: string;
  /** Granted scopes, separated by spaces. */
  scope: string;
  /** Meetings made or changed a day; Zoom's own limit is 100 a user. */
  dailyLimit: number;
  madeToday: { day: string; count: number };
  /** Tokens that are good, with the time in ms when they expire. */
  tokens: Map<string, number>;
  meetings: Map<number, ZoomMeeting>;
}

export const ALL_SCOPES =
  "user:read:user:admin meeting:write:meeting:admin meeting:read:list_meetings:admin meeting:delete:meeting:admin";

/** The Zoom accounts of a world; one saved before there were any has none. */
export function zoomAccounts({ state }: World): Map<string, ZoomAccount> {
  state.zoom ??= new Map();
  return state.zoom;
}

/** Makes a company with a server-to-server OAuth app. */
export function addZoomAccount(
  world: World,
  { name, scope, dailyLimit }: Pick<ZoomAccount, "name" | "scope" | "dailyLimit">,
): ZoomAccount {
  const word = (bytes: number) => randomBytes(bytes).toString("base64url");
  const account: ZoomAccount = {
    accountId: word(16),
    clientId: word(16),
    clientSecret: word(24),
    name,
    scope,
    dailyLimit,
    madeToday: { day: "", count: 0 },
    tokens: new Map(),
    meetings: new Map(),
  };
  zoomAccounts(world).set(account.accountId, account);
  emit(world, { type: "world", what: "zoom" });
  return account;
}
