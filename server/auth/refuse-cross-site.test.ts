import { describe, expect, it } from "vitest";
import { isCrossSite } from "@/server/auth/is-cross-site";
import { refuseCrossSite } from "@/server/auth/refuse-cross-site";
import { appUrl } from "@/server/lib/env";

const cookie = "assistchat.session=x";
const asks = (method: string, more: Record<string, string>) => () =>
  refuseCrossSite({ method, headers: new Headers({ cookie, ...more }) });

describe("a change asked for by cookie", () => {
  it("is refused from another site, a neighbour's subdomain and a page without origin", () => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      expect(asks(method, { "sec-fetch-site": "cross-site" })).toThrow(/our own pages/);
      expect(asks(method, { "sec-fetch-site": "same-site" })).toThrow(/our own pages/);
      expect(asks(method, { origin: "https://evil.example" })).toThrow(/our own pages/);
      expect(asks(method, { origin: "null" })).toThrow(/our own pages/);
    }
  });

  it("is taken from our own pages, by whichever name they were reached", () => {
    expect(asks("POST", { "sec-fetch-site": "same-origin", origin: "https://behind.example" })).not.toThrow();
    expect(asks("POST", { origin: new URL(appUrl).origin })).not.toThrow();
    expect(asks("POST", { origin: "http://10.0.0.5:3000", host: "10.0.0.5:3000" })).not.toThrow();
  });

  it("is taken from programs, which send neither header", () => {
    expect(asks("POST", {})).not.toThrow();
  });
});

it("leaves reading alone, and callers who prove themselves by a header or have no cookie", () => {
  const foreign = { "sec-fetch-site": "cross-site" };
  expect(asks("GET", foreign)).not.toThrow();
  expect(asks("POST", { ...foreign, authorization: "Bearer x" })).not.toThrow();
  expect(asks("POST", { ...foreign, "x-api-key": "x" })).not.toThrow();
  expect(() => refuseCrossSite({ method: "POST", headers: new Headers(foreign) })).not.toThrow();
});

it("believes the browser's own word before the Origin header", () => {
  expect(isCrossSite(new Headers({ "sec-fetch-site": "cross-site", origin: appUrl }))).toBe(true);
  expect(isCrossSite(new Headers({ "sec-fetch-site": "none" }))).toBe(false);
});
