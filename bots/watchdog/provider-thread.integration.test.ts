import { afterEach, expect, it } from "vitest";
import type { ListenerLink, ListenTask } from "@/bots/listener";
import { until } from "@/scripts/testing/until";
import { ProviderThread } from "./provider-thread";

const program = new URL("./testing/unruly-listeners.ts", import.meta.url);
const loopMs = 4000;
const threads: ProviderThread[] = [];
const stops: AbortController[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) stop.abort();
  for (const thread of threads.splice(0)) await thread.stop();
});

/** A thread that is ended after so long a silence; on a busy machine loading its program, or a leak, is one too. */
function open(silentMs = 60_000): ProviderThread {
  const thread = new ProviderThread("unruly", { program, silentMs });
  threads.push(thread);
  return thread;
}

/** Starts a listener that will fail in this manner; tells what it stored and how it ended. */
function start(thread: ProviderThread, manner: string) {
  const task: ListenTask = {
    resourceId: 1,
    provider: "unruly",
    locale: "en",
    credentials: { manner },
    settings: {},
    world: { apiRoot: "" },
    webhookUrl: "",
  };
  const told = { stored: 0, ended: "" };
  const link: ListenerLink = {
    alive: () => undefined,
    probe: async () => ({ ok: true }),
    take: async (updates) => {
      told.stored += updates.length;
    },
    works: async () => undefined,
    warn: async () => undefined,
  };
  const stop = new AbortController();
  stops.push(stop);
  thread.listen(task, link, stop.signal).then(
    () => {
      told.ended = "well";
    },
    (error: Error) => {
      told.ended = error.message;
    },
  );
  return { told, stop };
}

for (const [manner, words] of [
  ["loop", /did not answer for 4 s/],
  ["leak", /memory limit/],
  ["crash", /nobody catches this/],
  ["exit", /ended with code 3/],
] as const) {
  it(`a ${manner} ends its own provider's listeners and leaves another's alone`, {
    timeout: 60_000,
  }, async () => {
    const [bad, good] = [open(manner === "loop" ? loopMs : undefined), open()];
    const peaceful = start(good, "peaceful");
    await until("the peaceful listener", async () => peaceful.told.stored === 1);
    const unruly = start(bad, manner);
    const beside = start(bad, "peaceful");
    await until("the thread's end", async () => unruly.told.ended !== "", 50_000);
    expect(unruly.told).toMatchObject({ stored: 1, ended: expect.stringMatching(words) });
    // Whoever shared the thread is told too, and gets a new one.
    expect(beside.told.ended).toMatch(words);
    expect(peaceful.told).toEqual({ stored: 1, ended: "" });
    const again = start(bad, "peaceful");
    await until("the new thread's listener", async () => again.told.stored === 1);
    again.stop.abort();
    await until("its end", async () => again.told.ended === "well");
    peaceful.stop.abort();
    await until("the other's end", async () => peaceful.told.ended === "well");
  });
}
