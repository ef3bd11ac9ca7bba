import { createHmac } from "node:crypto";
import { expect, it } from "vitest";
import { newSecret, webhookCredentials, webhookSettings } from "./schema";
import { signedHeaders, toOutgoingResult, webhookBody, withSecret } from "./transform";

const now = new Date("2026-11-21T09:00:00.000Z");

it("signs as the standard's own example does", () => {
  // From the specification: https://github.com/standard-webhooks/standard-webhooks/tree/main/libraries.
  const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  const headers = signedHeaders(
    { id: crypto.randomUUID(), secret },
    { id: "msg_p5jXN8AQM9LWM0D4loKWxJek", body: '{"test": 2432232314}', now: new Date(1614265330_000) },
  );
  expect(headers).toMatchObject({
    "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
    "webhook-timestamp": "1614265330",
    "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  });
});

it("signs by the secret of before, too, for a day after it was renewed", () => {
  const first = webhookCredentials.parse({});
  const renewed = withSecret(first, newSecret(), now);
  expect(renewed.id).toBe(first.id);
  const event = { id: "evt", body: webhookBody({ id: "evt", type: "a.b", at: "t", data: {} }), now };
  const by = (secret: string, at = now) => {
    const key = Buffer.from(secret.slice(6), "base64");
    const seconds = at.getTime() / 1000;
    return `v1,${createHmac("sha256", key).update(`evt.${seconds}.${event.body}`).digest("base64")}`;
  };
  expect(signedHeaders(renewed, event)["webhook-signature"]).toBe(
    `${by(renewed.secret)} ${by(first.secret)}`,
  );
  const later = new Date(now.getTime() + 25 * 3_600_000);
  expect(signedHeaders(renewed, { ...event, now: later })["webhook-signature"]).toBe(
    by(renewed.secret, later),
  );
});

it("takes 2xx alone for an answer that the event arrived", () => {
  const result = (status: number, text = "", headers: Record<string, string> = {}) =>
    toOutgoingResult({ status, text, headers: new Headers(headers) }, now);
  expect(result(204)).toEqual({ ok: true, status: 204, detail: "" });
  expect(result(500, `\u0000${"x".repeat(900)}`)).toEqual({
    ok: false,
    kind: "retry",
    status: 500,
    detail: "x".repeat(500),
  });
  expect(result(410)).toMatchObject({ ok: false, kind: "refused" });
  expect(result(302, "", { location: "https://elsewhere.example" })).toMatchObject({
    ok: false,
    kind: "retry",
    detail: "Redirects are not followed: https://elsewhere.example",
  });
  expect(result(429, "", { "retry-after": "120" })).toMatchObject({ afterMs: 120_000 });
  expect(result(503, "", { "retry-after": "Sat, 21 Nov 2026 09:01:00 GMT" })).toMatchObject({
    afterMs: 60_000,
  });
});

it("takes web addresses only, and some event at least", () => {
  const wrong = (settings: object) => webhookSettings.safeParse(settings).error?.issues[0]?.path[0];
  expect(wrong({ url: "ftp://example.com" })).toBe("url");
  expect(wrong({ url: "https://example.com", events: [] })).toBe("events");
  expect(wrong({ url: "https://example.com", events: ["message.exploded"] })).toBe("events");
  expect(webhookSettings.parse({ url: "https://example.com/x" }).events).toHaveLength(6);
});
