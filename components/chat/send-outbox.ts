import type { PendingMessage } from "@/components/chat/chat-state";
import { type ChatTransport, callFailure } from "@/components/chat/chat-transport";
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
          // Those behind it wait for it, and look like it: order is kept.
          for (const kept of outbox.read())
            if (!refused.has(kept.clientId)) watcher.onStatus(kept.clientId, "failed");
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
