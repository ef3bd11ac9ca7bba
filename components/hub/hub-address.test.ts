import { expect, test } from "vitest";
import { NO_FILTERS, readHubAddress, toHubFilter, writeHubAddress } from "./hub-address";

test("an address reads back what it was written from, and nonsense is left out", () => {
  const address = {
    filters: {
      ...NO_FILTERS,
      q: "розы & <b>",
      chatIds: [3, 14],
      contactId: 7,
      roles: ["client" as const],
      intents: ["order" as const, "complaint" as const],
      urgent: true,
      from: "2026-11-01",
    },
    chatId: 3,
    messageId: 99,
    showsChats: false,
  };
  const written = writeHubAddress(address);
  expect(readHubAddress(new URLSearchParams(written.split("?")[1]))).toEqual(address);
  const odd = "chats=1,x,-4,99999999999&roles=king,client&from=2026-13-45&chat=0&m=1e3&urgent=yes";
  expect(readHubAddress(new URLSearchParams(odd))).toEqual({
    filters: { ...NO_FILTERS, chatIds: [1], roles: ["client"] },
    chatId: null,
    messageId: null,
    showsChats: false,
  });
  expect(writeHubAddress({ filters: NO_FILTERS, chatId: null, messageId: null, showsChats: false })).toBe(
    "/hub",
  );
});

test("the last day counts as a whole", () => {
  const { since, until } = toHubFilter({ ...NO_FILTERS, from: "2026-11-20", to: "2026-11-20" });
  expect(new Date(until ?? "").getTime() - new Date(since ?? "").getTime()).toBe(24 * 3_600_000);
});
