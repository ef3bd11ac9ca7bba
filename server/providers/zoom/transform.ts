import { z } from "zod";
import type { MeetingFailure, PlannedMeeting, ProviderMeeting } from "@/server/providers/meetings";

/** What Zoom answers with on its token address. */
export const tokenAnswer = z.object({
  access_token: z.string().min(1),
  /** Seconds; an hour. */
  expires_in: z.number().positive().default(3600),
  /** Granted scopes, separated by spaces. */
  scope: z.string().optional(),
});

export const userAnswer = z.object({
  id: z.string(),
  account_id: z.string().optional(),
  email: z.string().optional(),
  first_name: z.string().optional(),
  last_name: z.string().optional(),
  display_name: z.string().optional(),
});

const meetingAnswer = z.object({
  id: z.union([z.number(), z.string()]),
  topic: z.string().default(""),
  /** Absent for meetings without a fixed time. */
  start_time: z.string().optional(),
  duration: z.number().default(0),
  join_url: z.string(),
});

export const meetingsPage = z.object({
  next_page_token: z.string().default(""),
  meetings: z.array(meetingAnswer),
});

const failureAnswer = z.object({
  code: z.number().optional(),
  message: z.string().optional(),
  errors: z.array(z.object({ field: z.string().optional(), message: z.string() })).optional(),
  /** Of the token address. */
  reason: z.string().optional(),
  error: z.string().optional(),
});

/** A scheduled meeting has type 2: https://developers.zoom.us/docs/api/meetings/#tag/meetings/post/users/{userId}/meetings. */
const scheduled = 2;

/** Zoom takes 200 characters of a topic. */
const topicLimit = 200;

/** The body that makes a meeting; the time is in UTC, `timezone` is what invitees are shown. */
export function toZoomMeeting({ topic, startsAt, durationMinutes, timeZone }: PlannedMeeting) {
  return {
    topic: topic.slice(0, topicLimit),
    type: scheduled,
    start_time: `${startsAt.toISOString().slice(0, 19)}Z`,
    duration: durationMinutes,
    timezone: timeZone,
  };
}

/** Zoom's meeting as ours; null for one without a fixed time, which nobody can be invited to. */
export function fromZoomMeeting(answer: unknown): ProviderMeeting | null {
  const { id, topic, start_time, duration, join_url } = meetingAnswer.parse(answer);
  if (!start_time) return null;
  return {
    externalId: String(id),
    topic,
    startsAt: new Date(start_time),
    durationMinutes: duration,
    joinUrl: join_url,
  };
}

export type ZoomRefusal = { status: number; headers: Headers; body: unknown };

/**
 * Puts Zoom's refusals into the domain's kinds. Codes: https://developers.zoom.us/docs/api/errors/ and those of the
 * meetings' pages (124 token, 300 form, 429 limit, 1001 and 1010 user, 3001 meeting, 4700 and 4711 scopes).
 */
export function toMeetingFailure({ status, headers, body }: ZoomRefusal, now: Date): MeetingFailure {
  const parsed = failureAnswer.safeParse(body);
  const { code, message, errors, reason, error } = parsed.success ? parsed.data : {};
  const fields = errors?.map((one) => [one.field, one.message].filter(Boolean).join(": ")).join("; ");
  const detail = [message ?? reason ?? error ?? `HTTP ${status}`, fields].filter(Boolean).join(" ");
  const failed = (kind: MeetingFailure["kind"]): MeetingFailure => ({ ok: false, kind, detail });
  if (status === 429 || code === 429) {
    const afterMs = pauseOf(headers, detail, now);
    return { ok: false, kind: "limited", detail, ...(afterMs !== null && { afterMs }) };
  }
  if (code === 4711 || code === 4700 || code === 104 || status === 403) return failed("no_rights");
  if (code === 3001) return failed("gone");
  if (error !== undefined && status < 500) return failed("unauthorised");
  if (code === 124 || status === 401) return failed("unauthorised");
  if (status >= 500 || status === 408) return failed("retry");
  return failed("refused");
}

/** Whether a refusal is of the limit on calls a second, which is over in a moment. */
export function isMomentary({ kind, detail, afterMs }: MeetingFailure): boolean {
  return kind === "limited" && !/daily/i.test(detail) && (afterMs ?? 0) <= longestWaitMs;
}

/** No call waits longer than this for Zoom to take it. */
export const longestWaitMs = 3000;

/**
 * How long Zoom asks to wait, in milliseconds; null when it does not say. `Retry-After` is a number of seconds or a time;
 * daily limits begin anew at midnight UTC: https://developers.zoom.us/docs/api/rate-limits/.
 */
function pauseOf(headers: Headers, detail: string, now: Date): number | null {
  const after = headers.get("retry-after");
  if (after && /^\d+$/.test(after)) return Number(after) * 1000;
  const at = after ? Date.parse(after) : Number.NaN;
  if (!Number.isNaN(at)) return Math.max(0, at - now.getTime());
  const isDaily = /daily/i.test(`${headers.get("x-ratelimit-type")} ${detail}`);
  return isDaily ? new Date(now).setUTCHours(24, 0, 0, 0) - now.getTime() : null;
}

/** What each act needs, the scope of new apps first and then those of older ones. */
const needed = [
  ["user:read:user:admin", "user:read:admin", "user:read:user", "user:read"],
  ["meeting:write:meeting:admin", "meeting:write:admin", "meeting:write:meeting", "meeting:write"],
  ["meeting:read:list_meetings:admin", "meeting:read:admin", "meeting:read:list_meetings", "meeting:read"],
  ["meeting:delete:meeting:admin", "meeting:write:admin", "meeting:delete:meeting", "meeting:write"],
];

/** The scopes that must still be granted, by the names of new apps; none is known to lack where Zoom tells no scopes. */
export function missingScopes(granted: string | undefined): string[] {
  if (granted === undefined) return [];
  const has = new Set(granted.split(/[\s,]+/));
  return needed.filter((ways) => !ways.some((way) => has.has(way))).map(([name = ""]) => name);
}
