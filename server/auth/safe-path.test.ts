import { expect, test } from "vitest";
import { safePath } from "@/server/auth/safe-path";

test("paths of this site are followed", () => {
  for (const path of ["/", "/resources", "/inbox?open=3#m7"]) expect(safePath(path, "/x")).toBe(path);
});

test("nothing that leads elsewhere is", () => {
  const hostile = [
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "/\t/evil",
    "/.//evil.example",
    "/x/..//evil.example",
    "",
    undefined,
    ["/a"],
  ];
  for (const path of hostile) expect(safePath(path, "/x")).toBe("/x");
});
