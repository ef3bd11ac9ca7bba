import type { PendingMessage } from "@/components/chat/chat-state";

type Kept = Pick<PendingMessage, "clientId" | "text" | "createdAt">;
type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;

export type Outbox = {
  /** What was written and not confirmed yet, oldest first. */
  read(): Kept[];
  add(message: Kept): void;
  remove(clientIds: Iterable<string>): void;
};

function isKept(value: unknown): value is Kept {
  const kept = value as Partial<Kept> | null;
  return (
    typeof kept?.clientId === "string" && typeof kept.text === "string" && typeof kept.createdAt === "string"
  );
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
      return Array.isArray(found) ? found.filter(isKept) : memory;
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
    add: ({ clientId, text, createdAt }) => {
      const before = read().filter((kept) => kept.clientId !== clientId);
      write([...before, { clientId, text, createdAt }]);
    },
    remove: (clientIds) => {
      const gone = new Set(clientIds);
      const before = read();
      const left = before.filter((kept) => !gone.has(kept.clientId));
      if (left.length !== before.length) write(left);
    },
  };
}
