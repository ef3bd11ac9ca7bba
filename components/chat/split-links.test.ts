import { expect, test } from "vitest";
import { splitLinks } from "@/components/chat/split-links";

const links = (text: string) =>
  splitLinks(text).flatMap(({ text: shown, href }) => (href ? [[shown, href]] : []));

test("the pieces together are the text", () => {
  for (const text of ["", "no links\nat all 😀", "a https://a.example/b?c=d#e, b", "www.x.example."]) {
    expect(
      splitLinks(text)
        .map((piece) => piece.text)
        .join(""),
    ).toBe(text);
  }
});

test("addresses become links without the sentence around them", () => {
  expect(links("See https://a.example/x. (or www.b.example/y?z=1), «https://c.example»!")).toEqual([
    ["https://a.example/x", "https://a.example/x"],
    ["www.b.example/y?z=1", "https://www.b.example/y?z=1"],
    ["https://c.example", "https://c.example/"],
  ]);
  expect(links("https://en.example/wiki/Car_(thing)")[0]?.[0]).toBe("https://en.example/wiki/Car_(thing)");
});

test("mail addresses and international numbers too, dates and prices not", () => {
  expect(links("Пишите на help@sava.example или +381 64 123-45-67")).toEqual([
    ["help@sava.example", "mailto:help@sava.example"],
    ["+381 64 123-45-67", "tel:+381641234567"],
  ]);
  expect(links("2026-05-01, 200 €, 12:30, +5 °C, v1.2.3")).toEqual([]);
});

test("nothing but web, mail and telephone can be opened", () => {
  expect(links("javascript:alert(1) data:text/html,x file:///etc/passwd tg://resolve")).toEqual([]);
  expect(links("https://bank.example@evil.example/login")).toEqual([]);
  expect(links("http://localhost/admin https://[")).toEqual([]);
});
