import { expect, test } from "vitest";
import { readLaunch } from "@/components/chat/launch";

function fakeStore() {
  const values = new Map<string, string>();
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
  };
}

const initData = new URLSearchParams({
  user: JSON.stringify({ id: 7, language_code: "ru" }),
  hash: "ab",
}).toString();
const hash = `#${new URLSearchParams({ tgWebAppData: initData, tgWebAppThemeParams: '{"bg_color":"#ffffff","x":1}' })}`;

test("initData, customer, language, bot and colours come from the address", () => {
  expect(readLaunch({ hash, search: "?bot=3" }, null, "en")).toEqual({
    initData,
    bot: "3",
    userId: "7",
    language: "ru",
    themeParams: { bg_color: "#ffffff" },
  });
});

test("a reload without the hash still knows the launch, for the same bot only", () => {
  const store = fakeStore();
  readLaunch({ hash, search: "?bot=3" }, store, "en");
  expect(readLaunch({ hash: "", search: "?bot=3" }, store, "en").initData).toBe(initData);
  expect(readLaunch({ hash: "", search: "?bot=4" }, store, "en").initData).toBe("");
});

test("outside Telegram there is no launch, and the browser's language counts", () => {
  expect(readLaunch({ hash: "#top", search: "" }, null, "ru-RU")).toMatchObject({
    initData: "",
    language: "ru-RU",
  });
});

test("garbage in the hash does not throw", () => {
  const broken = `#${new URLSearchParams({ tgWebAppData: "user=%7B", tgWebAppThemeParams: "[" })}`;
  expect(readLaunch({ hash: broken, search: "" }, null, "en")).toMatchObject({ userId: "", themeParams: {} });
});
