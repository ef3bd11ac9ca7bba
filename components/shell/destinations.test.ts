import { expect, it } from "vitest";
import { destinationsFor, isWithin } from "@/components/shell/destinations";
import { permissionsOf } from "@/server/domain/workspaces/policy";

const names = (role: Parameters<typeof permissionsOf>[0], isDemo = false) =>
  destinationsFor({ permissions: permissionsOf(role), isDemo }).map(({ name }) => name);

it("shows each role its pages, and the simulator in the demo alone", () => {
  expect(names("manager")).toEqual([
    "inbox",
    "hub",
    "approvals",
    "leads",
    "meetings",
    "knowledge",
    "resources",
    "settings",
    "qr",
  ]);
  expect(names("owner", true)).toContain("simulator");
  expect(destinationsFor({ permissions: [], isDemo: false }).map(({ name }) => name)).toEqual([
    "settings",
    "qr",
  ]);
});

it("marks a page for what lies below it, and not for its namesakes", () => {
  expect(isWithin("/settings/team", "/settings")).toBe(true);
  expect(isWithin("/settings", "/settings")).toBe(true);
  expect(isWithin("/settings-old", "/settings")).toBe(false);
});
