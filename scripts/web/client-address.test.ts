import { expect, it } from "vitest";
import { clientAddress } from "./client-address";
import { trustedProxies } from "./trusted-proxies";

const isTrusted = trustedProxies(["10.0.0.0/8", "192.0.2.1", "2001:db8::/32"]);
const from = (peer: string, forwardedFor?: string) => clientAddress({ peer, forwardedFor, isTrusted });

it("believes the socket alone when the peer is no trusted proxy", () => {
  expect(from("203.0.113.7", "1.2.3.4")).toBe("203.0.113.7");
  expect(from("::ffff:203.0.113.7", "1.2.3.4")).toBe("203.0.113.7");
});

it("walks from the right over trusted hops only", () => {
  expect(from("10.1.1.1", "203.0.113.7")).toBe("203.0.113.7");
  expect(from("10.1.1.1", "6.6.6.6, 203.0.113.7, 10.2.2.2")).toBe("203.0.113.7");
  expect(from("::ffff:10.1.1.1", "203.0.113.7, 192.0.2.1")).toBe("203.0.113.7");
  expect(from("2001:db8::5", "[2a00::1]:4711")).toBe("2a00::1");
  expect(from("10.1.1.1", "203.0.113.7:5555")).toBe("203.0.113.7");
});

it("stops at the last hop it can name", () => {
  expect(from("10.1.1.1")).toBe("10.1.1.1");
  expect(from("10.1.1.1", "")).toBe("10.1.1.1");
  expect(from("10.1.1.1", "203.0.113.7, unknown")).toBe("10.1.1.1");
  expect(from("10.1.1.1", "10.2.2.2")).toBe("10.2.2.2");
});

it("names the variable when a range is none", () => {
  for (const entry of ["nginx", "10.0.0.0/33", "10.0.0.0/x", "300.1.1.1"]) {
    expect(() => trustedProxies([entry])).toThrow(/^TRUSTED_PROXIES should be .*not /);
  }
});
