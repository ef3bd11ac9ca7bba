import { expect, test } from "vitest";
import { miniAppAddress } from "@/components/simulator/mini-app-address";

test("the frame gets the button's page, of this origin, with the launch data after #", () => {
  const address = miniAppAddress("https://chat.example.com/chat?bot=5", "user=%7B%7D&hash=ab", "dark");
  expect(address.startsWith("/chat?bot=5#")).toBe(true);
  const added = new URLSearchParams(address.split("#")[1]);
  expect(added.get("tgWebAppData")).toBe("user=%7B%7D&hash=ab");
  expect(JSON.parse(added.get("tgWebAppThemeParams") ?? "")).toMatchObject({ text_color: "#f2f4f6" });
});
