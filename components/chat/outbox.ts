import type { PendingMessage } from "@/components/chat/chat-state";

/** A message whose files, if any, are all uploaded. */
export type Kept = Omit<PendingMessage, "status">;
type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;

export type Outbox = {
  /** What was written and not confirmed yet, oldest first. */
  read(): Kept[];
  add(message: Kept): void;
  remove(clientIds: Iterable<string>): void;
};

/** Null for what is no message; what an earlier version of the page kept lacks files and replies. */
function toKept(value: unknown): Kept | null {
  const { clientId, text, createdAt, files, replyTo } = (value ?? {}) as Partial<Kept>;
  if (typeof clientId !== "string" || typeof text !== "string" || typeof createdAt !== "string") return null;
  return { clientId, text, createdAt, files: files ?? [], replyTo: replyTo ?? null };
}

/**
 * Unconfirmed messages of one customer with one bot, kept in `store` so that they survive a reload. Reads anew at each
 * change, since two tabs share it; where the store refuses (private mode, full) it lives for the page only.
 */
export function createOutbox(store: Store | null, owner: string): Outbox {
  const key = `assistchat:outbox:${owner}`;
  let memory: Kept[] = [];

  const read = (): Kept[] => {
    try {
      const found: unknown = JSON.parse(store?.getItem(key) ?? "null");
      return Array.isArray(found) ? found.flatMap((value) => toKept(value) ?? []) : memory;
    } catch {
      return memory;
    }
  };
  const write = (messages: Kept[]): void => {
    memory = messages;
    try {
      if (messages.length === 0) store?.removeItem(key);
      else store?.setItem(key, JSON.stringify(messages));
    } catch {
      // The copy in memory still sends; only a reload would lose it.
    }
  };

  return {
    read,
    add: ({ clientId, text, createdAt, files, replyTo }) => {
      const before = read().filter((kept) => kept.clientId !== clientId);
      write([...before, { clientId, text, createdAt, files, replyTo }]);
    },
    remove: (clientIds) => {
      const gone = new Set(clientIds);
      const before = read();
      const left = before.filter((kept) => !gone.has(kept.clientId));
      if (left.length !== before.length) write(left);
    },
  };
}
