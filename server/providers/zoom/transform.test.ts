import { expect, it } from "vitest";
import { fromZoomMeeting, isMomentary, missingScopes, toMeetingFailure, toZoomMeeting } from "./transform";

const now = new Date("2026-11-21T09:00:00.000Z");
const refused = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  toMeetingFailure({ status, headers: new Headers(headers), body }, now);

it("plans a meeting in UTC and shows it in the company's zone", () => {
  const startsAt = new Date("2026-11-22T18:30:00.500+05:45");
  const planned = { topic: "П".repeat(300), startsAt, durationMinutes: 30, timeZone: "Europe/Belgrade" };
  expect(toZoomMeeting(planned)).toEqual({
    topic: "П".repeat(200),
    type: 2,
    start_time: "2026-11-22T12:45:00Z",
    duration: 30,
    timezone: "Europe/Belgrade",
  });
});

it("reads a meeting as Zoom tells it, and leaves out what has no fixed time", () => {
  const told = {
    uuid: "aDYlohsHRtCd4ii1uC2+hA==",
    id: 97763643886,
    host_id: "30R7kT7bTIKSNUFEuH_Qlg",
    topic: "My Meeting",
    type: 2,
    start_time: "2026-11-22T12:45:00Z",
    duration: 60,
    timezone: "America/Los_Angeles",
    created_at: "2026-11-21T08:00:00Z",
    join_url: "https://example.com/j/97763643886?pwd=aBc",
  };
  expect(fromZoomMeeting(told)).toEqual({
    externalId: "97763643886",
    topic: "My Meeting",
    startsAt: new Date("2026-11-22T12:45:00Z"),
    durationMinutes: 60,
    joinUrl: "https://example.com/j/97763643886?pwd=aBc",
  });
  expect(fromZoomMeeting({ ...told, type: 3, start_time: undefined })).toBeNull();
});

it("puts refusals into kinds, with what Zoom says of them", () => {
  expect(refused(401, { code: 124, message: "Invalid access token." })).toMatchObject({
    kind: "unauthorised",
  });
  expect(
    refused(400, { reason: "Invalid client_id or client_secret", error: "invalid_client" }),
  ).toMatchObject({ kind: "unauthorised", detail: "Invalid client_id or client_secret" });
  expect(
    refused(400, {
      code: 4711,
      message: "Invalid access token, does not contain scopes:[meeting:write:meeting:admin].",
    }),
  ).toMatchObject({ kind: "no_rights", detail: expect.stringContaining("meeting:write:meeting:admin") });
  expect(refused(404, { code: 3001, message: "Meeting does not exist: 123." })).toMatchObject({
    kind: "gone",
  });
  expect(refused(404, { code: 1010, message: "User not found on this account" })).toMatchObject({
    kind: "refused",
    detail: "User not found on this account",
  });
  const errors = [{ field: "start_time", message: "Invalid field." }];
  expect(refused(400, { code: 300, message: "Validation Failed.", errors })).toEqual({
    ok: false,
    kind: "refused",
    detail: "Validation Failed. start_time: Invalid field.",
  });
  expect(refused(502, null)).toMatchObject({ kind: "retry", detail: "HTTP 502" });
});

it("waits out the limit a second, and not the one a day", () => {
  const second = {
    code: 429,
    message: "You have reached the maximum per-second rate limit for this API. Try again later.",
  };
  expect(isMomentary(refused(429, second))).toBe(true);
  expect(refused(429, second, { "retry-after": "2" })).toMatchObject({ kind: "limited", afterMs: 2000 });
  expect(isMomentary(refused(429, second, { "retry-after": "60" }))).toBe(false);
  const daily = {
    code: 429,
    message:
      'You have exceeded the daily rate limit of "100" for meeting "create"/"update" API requests permitted for the user "me".',
  };
  const untilTime = refused(429, daily, { "retry-after": "2026-11-22T00:00:00Z" });
  expect(untilTime).toMatchObject({ kind: "limited", afterMs: 15 * 3_600_000 });
  expect(isMomentary(untilTime)).toBe(false);
  expect(refused(429, daily)).toMatchObject({ afterMs: 15 * 3_600_000 });
});

it("names the scopes that lack, whether an app is new or old", () => {
  expect(missingScopes(undefined)).toEqual([]);
  expect(missingScopes("user:read:admin meeting:read:admin meeting:write:admin")).toEqual([]);
  expect(missingScopes("user:read:user:admin meeting:write:meeting:admin")).toEqual([
    "meeting:read:list_meetings:admin",
    "meeting:delete:meeting:admin",
  ]);
});
