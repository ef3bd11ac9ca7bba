import { afterEach, expect, test, vi } from "vitest";
import { issueCustomerToken, readCustomerToken } from "@/server/auth/customer-token";
import type { CustomerActor } from "@/server/lib/actor";
import { clock } from "@/server/lib/clock";

const actor: CustomerActor = { kind: "customer", workspaceId: 3, resourceId: 5, contactId: 8 };

afterEach(() => {
  vi.restoreAllMocks();
});

test("a token names whom it was made for, for 12 hours", () => {
  const { token, expiresAt } = issueCustomerToken(actor);
  expect(readCustomerToken(token)).toEqual({ ok: true, actor });
  vi.spyOn(clock, "now").mockReturnValue(new Date(new Date(expiresAt).getTime() - 1));
  expect(readCustomerToken(token).ok).toBe(true);
  vi.spyOn(clock, "now").mockReturnValue(new Date(expiresAt));
  expect(readCustomerToken(token)).toEqual({ ok: false, fault: "expired" });
});

test("a token that we did not make is refused", () => {
  const { token } = issueCustomerToken(actor);
  const [claims = "", proof = ""] = token.split(".");
  const forged = Buffer.from(
    JSON.stringify({ workspaceId: 1, resourceId: 5, contactId: 8, exp: Date.now() + 1e9 }),
  ).toString("base64url");
  const wrong = [
    "",
    ".",
    "a.b",
    claims,
    `${claims}.`,
    `${forged}.${proof}`,
    `${claims}.${proof}x`,
    `${token}.`,
    `${token}.x`,
  ];
  for (const each of wrong) expect(readCustomerToken(each), each).toEqual({ ok: false, fault: "invalid" });
});
