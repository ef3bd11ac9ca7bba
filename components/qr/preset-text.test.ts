import { expect, test } from "vitest";
import { presetText } from "./preset-text";

test("an address gets its scheme", () => {
  expect(presetText({ kind: "url", url: " example.com/a " })).toBe("https://example.com/a");
  expect(presetText({ kind: "url", url: "http://example.com" })).toBe("http://example.com");
  expect(presetText({ kind: "url", url: "tel:+381601234567" })).toBe("tel:+381601234567");
  expect(presetText({ kind: "url", url: "" })).toBe("");
});

test("a Wi-Fi network with signs of the format in its name", () => {
  expect(
    presetText({ kind: "wifi", network: 'Кафе; "Уют"', password: "a:b,c\\d", security: "WPA", hidden: true }),
  ).toBe('WIFI:T:WPA;S:Кафе\\; \\"Уют\\";P:a\\:b\\,c\\\\d;H:true;;');
  expect(
    presetText({ kind: "wifi", network: "Open", password: "kept", security: "nopass", hidden: false }),
  ).toBe("WIFI:T:nopass;S:Open;;");
});

test("a card with what is filled in", () => {
  const empty = { phone: "", email: "", company: "", role: "", site: "" };
  expect(presetText({ kind: "vcard", name: "", ...empty })).toBe("");
  expect(
    presetText({ ...empty, kind: "vcard", name: "Анна Мария Иванова", company: "A; B", site: "example.com" }),
  ).toBe(
    "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Мария Иванова;Анна;;;\r\nFN:Анна Мария Иванова\r\nORG:A\\; B\r\nURL:https://example.com\r\nEND:VCARD",
  );
});

test("a bot's link with where the lead came from", () => {
  expect(presetText({ kind: "telegram", bot: "@shop_bot", source: "window display 1" })).toBe(
    "https://t.me/shop_bot?start=window_display_1",
  );
  expect(presetText({ kind: "telegram", bot: "https://t.me/shop_bot", source: "" })).toBe(
    "https://t.me/shop_bot",
  );
});
