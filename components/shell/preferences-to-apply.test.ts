import { expect, it } from "vitest";
import { preferencesToApply } from "@/components/shell/preferences-to-apply";

const nothing = { locale: null, timeZone: null, theme: null };
const own = { locale: "ru", timeZone: "Europe/Belgrade", theme: "dark" };
const markOf = (userId: number, preferences = own) => preferencesToApply(null, userId, preferences).mark;

it("brings everything that was chosen into a browser that does not know the person", () => {
  expect(preferencesToApply(null, 7, own)).toMatchObject(own);
  expect(preferencesToApply(markOf(8), 7, own)).toMatchObject(own);
  expect(preferencesToApply(null, 7, nothing)).toMatchObject(nothing);
  // The mark of an earlier version: the person alone.
  expect(preferencesToApply("7", 7, own)).toMatchObject(own);
});

it("changes nothing in a browser that has taken it over, whatever was chosen there since", () => {
  expect(preferencesToApply(markOf(7), 7, own)).toMatchObject(nothing);
});

it("follows what was changed elsewhere, and that alone", () => {
  const follow = (changes: object) => preferencesToApply(markOf(7), 7, { ...own, ...changes });
  expect(follow({ locale: "en" })).toMatchObject({ ...nothing, locale: "en" });
  expect(follow({ theme: "light" })).toMatchObject({ ...nothing, theme: "light" });
  expect(follow({ theme: null })).toMatchObject({ ...nothing, theme: "system" });
});
