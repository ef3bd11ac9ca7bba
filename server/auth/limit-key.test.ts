import { expect, it } from "vitest";
import { limitKey } from "./limit-key";

it("counts IPv6 by its /64 and everything else as it is", () => {
  expect(limitKey("203.0.113.7")).toBe("203.0.113.7");
  expect(limitKey("unknown")).toBe("unknown");
  expect(limitKey("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2::/64");
  expect(limitKey("2001:db8:1:2::9")).toBe(limitKey("2001:db8:1:2:ffff::1"));
  expect(limitKey("2001:db8:1:3::9")).not.toBe(limitKey("2001:db8:1:2::9"));
});
