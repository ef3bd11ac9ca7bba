import type { PendingFile, PendingMessage } from "@/components/chat/chat-state";
import type { Kept } from "@/components/chat/outbox";
import type { Uploads } from "@/components/chat/uploads/create-uploads";

type Watcher = {
  onStatus(clientId: string, status: PendingMessage["status"]): void;
  onFiles(clientId: string, files: PendingFile[]): void;
  /** Every file of it is up: it may go. */
  onReady(message: Kept): void;
};

/**
 * Holds messages back until their last file is up; meanwhile others overtake them. `load` brings the code that uploads,
 * which most visits never need.
 */
export function awaitUploads(load: () => Promise<Uploads>, watcher: Watcher) {
  const waiting = new Map<string, Kept>();
  let uploads: Uploads | null = null;
  const keysOf = (message: Kept) => message.files.map(({ key }) => key);

  const look = (): void => {
    for (const [clientId, message] of waiting) {
      const found = message.files.map((file) => ({ file, upload: uploads?.find(file.key) }));
      const states = found.map(({ upload }) => upload?.state);
      if (states.every((state) => state === "ready")) {
        waiting.delete(clientId);
        const files = found.map(({ file, upload }) => ({ ...file, fileId: upload?.fileId ?? null }));
        watcher.onFiles(clientId, files);
        watcher.onReady({ ...message, files });
      } else if (states.includes("refused")) watcher.onStatus(clientId, "refused");
      else watcher.onStatus(clientId, states.includes("failed") ? "failed" : "sending");
    }
  };

  return {
    open: async (): Promise<Uploads> => {
      const opened = uploads ?? (await load());
      if (!uploads) opened.subscribe(look);
      uploads ??= opened;
      return uploads;
    },
    add: (message: Kept): void => {
      waiting.set(message.clientId, message);
      look();
    },
    /** Tries again what failed of this message; false when it waits for no file. */
    retry: (clientId: string): boolean => {
      const message = waiting.get(clientId);
      if (message) uploads?.again(keysOf(message));
      return message !== undefined;
    },
    discard: (clientId: string): void => {
      const message = waiting.get(clientId);
      waiting.delete(clientId);
      if (message) uploads?.remove(keysOf(message));
    },
    /** The connection is back. */
    resume: (): void => uploads?.resume(),
  };
}
