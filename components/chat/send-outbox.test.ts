import { TRPCClientError } from "@trpc/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { ChatTransport } from "@/components/chat/chat-transport";
import { createOutbox } from "@/components/chat/outbox";
import { createSender } from "@/components/chat/send-outbox";

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("navigator", { onLine: true });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const tooFast = () =>
  new TRPCClientError("Too many requests.", {
    result: {
      error: { code: -32029, message: "", data: { httpStatus: 429, retryAfterSeconds: 50 } },
    },
  } as never);

function sender(answers: (() => unknown)[]) {
  const outbox = createOutbox(null, "test");
  for (const clientId of ["a", "b"])
    outbox.add({ clientId, text: clientId, files: [], replyTo: null, createdAt: "2026-11-21T08:00:00Z" });
  const sent: string[] = [];
  const statuses: string[] = [];
  const mutate = async ({ clientId }: { clientId: string }) => {
    const answer = answers.shift()?.();
    if (answer instanceof Error) throw answer;
    sent.push(clientId);
    return {};
  };
  const transport = { send: { mutate } } as unknown as ChatTransport;
  const line = createSender(transport, outbox, {
    onStatus: (clientId, status) => statuses.push(`${clientId} ${status}`),
    onSent: () => undefined,
    onSession: () => undefined,
  });
  return { line, outbox, sent, statuses };
}

it("waits as long as a hasty writer is asked to, and then sends everything in order by itself", async () => {
  const { line, outbox, sent, statuses } = sender([tooFast]);
  const drained = line.drain();
  await vi.advanceTimersByTimeAsync(49_000);
  expect(sent).toEqual([]);
  expect(statuses.slice(-2)).toEqual(["a waiting", "b waiting"]);
  await vi.advanceTimersByTimeAsync(2_000);
  await drained;
  expect(sent).toEqual(["a", "b"]);
  expect(outbox.read()).toEqual([]);
});

it("goes on with the next when what waited was taken back", async () => {
  const { line, sent } = sender([tooFast]);
  const drained = line.drain();
  await vi.advanceTimersByTimeAsync(1_000);
  line.discard("a");
  await vi.advanceTimersByTimeAsync(60_000);
  await drained;
  expect(sent).toEqual(["b"]);
});
