import type { PendingMessage } from "@/components/chat/chat-state";
import { askedToWait, type ChatTransport, callFailure } from "@/components/chat/chat-transport";
import type { Kept, Outbox } from "@/components/chat/outbox";
import type { CustomerMessageView } from "@/server/domain/conversations/schema";

type Watcher = {
  onStatus(clientId: string, status: PendingMessage["status"]): void;
  onSent(message: CustomerMessageView): void;
  onSession(): void;
};

const RETRY_DELAYS_MS = [800, 2_000, 4_000];

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Sends what stands in the outbox, one after another and in order, with the client ids it was written with. What the
 * network keeps from going stops the line as `failed`; what the server refuses is set aside and the rest goes on.
 */
export function createSender(transport: ChatTransport, outbox: Outbox, watcher: Watcher) {
  const refused = new Set<string>();
  let isSending = false;

  /** Everything that waits in line looks like its head. */
  const mark = (status: PendingMessage["status"]): void => {
    for (const kept of outbox.read())
      if (!refused.has(kept.clientId)) watcher.onStatus(kept.clientId, status);
  };

  const sendOne = async ({ clientId, text, files, replyTo }: Kept): Promise<"sent" | "stopped"> => {
    watcher.onStatus(clientId, "sending");
    const fileIds = files.flatMap(({ fileId }) => fileId ?? []);
    for (let attempt = 0; ; attempt += 1) {
      try {
        const message = await transport.send.mutate({ clientId, text, fileIds, replyToId: replyTo?.id });
        outbox.remove([clientId]);
        watcher.onSent(message);
        return "sent";
      } catch (error) {
        const failure = callFailure(error);
        if (failure === "refused") {
          refused.add(clientId);
          watcher.onStatus(clientId, "refused");
          return "sent";
        }
        const pause = askedToWait(error);
        if (pause !== null) {
          mark("waiting");
          await wait(pause);
          // Taken back meanwhile.
          if (!outbox.read().some((kept) => kept.clientId === clientId)) return "sent";
          mark("sending");
          attempt = -1;
          continue;
        }
        const delay = RETRY_DELAYS_MS[attempt];
        if (failure === "session" || delay === undefined || !navigator.onLine) {
          watcher.onStatus(clientId, "failed");
          if (failure === "session") watcher.onSession();
          return "stopped";
        }
        await wait(delay);
      }
    }
  };

  const drain = async (): Promise<void> => {
    if (isSending) return;
    isSending = true;
    try {
      for (;;) {
        const next = outbox.read().find((kept) => !refused.has(kept.clientId));
        if (!next) return;
        if ((await sendOne(next)) === "stopped") {
          // Those behind it wait for it: order is kept.
          mark("failed");
          return;
        }
      }
    } finally {
      isSending = false;
    }
  };

  return {
    drain,
    /** Tries again, also what the server had refused. */
    retry: (clientId: string): Promise<void> => {
      refused.delete(clientId);
      return drain();
    },
    discard: (clientId: string): void => {
      refused.delete(clientId);
      outbox.remove([clientId]);
    },
  };
}
