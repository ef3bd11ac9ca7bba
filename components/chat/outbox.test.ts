import { expect, test } from "vitest";
import { createOutbox } from "@/components/chat/outbox";

function fakeStore() {
  const values = new Map<string, string>();
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
    values,
  };
}

const photo = { key: "k", fileId: "f", kind: "photo" as const, name: "a.jpg", sizeBytes: 5 };
const one = {
  clientId: "1",
  text: "first",
  createdAt: "2026-05-01T10:00:00.000Z",
  files: [photo],
  replyTo: { id: 4, author: "manager", text: "Which one?" },
};
const two = {
  clientId: "2",
  text: "second",
  createdAt: "2026-05-01T10:00:01.000Z",
  files: [],
  replyTo: null,
};

test("what was written survives a reload, in order and with its ids", () => {
  const store = fakeStore();
  const before = createOutbox(store, "1:7");
  before.add(one);
  before.add(two);
  before.add(one);
  expect(createOutbox(store, "1:7").read()).toEqual([two, one]);
});

test("two tabs share it, and another customer does not see it", () => {
  const store = fakeStore();
  const [tab, otherTab] = [createOutbox(store, "1:7"), createOutbox(store, "1:7")];
  tab.add(one);
  otherTab.add(two);
  tab.remove(["1"]);
  expect(otherTab.read()).toEqual([two]);
  expect(createOutbox(store, "1:8").read()).toEqual([]);
  tab.remove(["2"]);
  expect(store.values.size).toBe(0);
});

test("without a store, or with one that refuses, it lives for the page", () => {
  const full = {
    ...fakeStore(),
    setItem: () => {
      throw new Error("quota");
    },
  };
  for (const store of [null, full]) {
    const outbox = createOutbox(store, "1:7");
    outbox.add(one);
    expect(outbox.read()).toEqual([one]);
  }
});

test("what an earlier version of the page kept is still sent", () => {
  const store = fakeStore();
  const { files, replyTo, ...old } = two;
  store.setItem("assistchat:outbox:1:7", JSON.stringify([old]));
  expect(createOutbox(store, "1:7").read()).toEqual([{ ...old, files, replyTo }]);
});

test("garbage in the store is no message", () => {
  const store = fakeStore();
  store.setItem("assistchat:outbox:1:7", '[{"text":1},null,"x"]');
  expect(createOutbox(store, "1:7").read()).toEqual([]);
  store.setItem("assistchat:outbox:1:7", "{");
  expect(createOutbox(store, "1:7").read()).toEqual([]);
});
