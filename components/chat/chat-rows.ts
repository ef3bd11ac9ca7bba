import type { ChatState, PendingMessage } from "@/components/chat/chat-state";
import type { CustomerConversationView, CustomerMessageView } from "@/server/domain/conversations/schema";

/** Where a bubble stands in a run of bubbles by one author. */
export type GroupPlace = { isFirst: boolean; isLast: boolean };

/** One row of the history, in the order they are drawn; `key` stays the same while the row is about the same thing. */
export type ChatRow =
  | { kind: "day"; key: string; date: string }
  | { kind: "newConversation"; key: string }
  | { kind: "message"; key: string; message: CustomerMessageView; place: GroupPlace }
  | { kind: "pending"; key: string; message: PendingMessage; place: GroupPlace }
  | { kind: "draft"; key: string; text: string }
  | { kind: "typing"; key: string; author: "assistant" | "manager" }
  | { kind: "closed"; key: string; conversation: CustomerConversationView };

type RowSource = Pick<
  ChatState,
  "messages" | "pending" | "draft" | "draftKeys" | "typing" | "hasOlder" | "conversation"
>;

const GROUP_GAP_MS = 5 * 60_000;

function dayOf(iso: string): string {
  const date = new Date(iso);
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`;
}

type Entry = { author: string; at: string; conversationId: number; isBubble: boolean };

function entryOf(message: CustomerMessageView): Entry {
  const name = message.author === "manager" ? (message.authorName ?? "") : "";
  return {
    author: `${message.author}:${name}`,
    at: message.createdAt,
    conversationId: message.conversationId,
    isBubble: message.author !== "system",
  };
}

function isSameGroup(a: Entry | undefined, b: Entry | undefined): boolean {
  if (!a || !b || !a.isBubble || !b.isBubble || a.author !== b.author) return false;
  if (a.conversationId !== b.conversationId || dayOf(a.at) !== dayOf(b.at)) return false;
  return Math.abs(Date.parse(b.at) - Date.parse(a.at)) < GROUP_GAP_MS;
}

/** The history as rows: separators between days and conversations, bubbles in groups, what is on its way at the end. */
export function chatRows(state: RowSource): ChatRow[] {
  const rows: ChatRow[] = [];
  const { messages, pending, draft, conversation } = state;
  const lastConversationId = messages.at(-1)?.conversationId ?? 0;
  const entries = [
    ...messages.map(entryOf),
    ...pending.map((message) => ({
      author: "customer:",
      at: message.createdAt,
      conversationId: lastConversationId,
      isBubble: true,
    })),
  ];

  entries.forEach((entry, index) => {
    const before = entries[index - 1];
    const message = messages[index];
    const waiting = pending[index - messages.length];
    // Above the oldest loaded message we cannot know yet whether its day or conversation began earlier.
    if (before ? dayOf(before.at) !== dayOf(entry.at) : !state.hasOlder) {
      rows.push({ kind: "day", key: `day:${dayOf(entry.at)}`, date: entry.at });
    }
    if (before && before.conversationId !== entry.conversationId) {
      rows.push({ kind: "newConversation", key: `conversation:${entry.conversationId}` });
    }
    const place = { isFirst: !isSameGroup(before, entry), isLast: !isSameGroup(entry, entries[index + 1]) };
    if (message) {
      const key = state.draftKeys[message.id] ?? message.clientId ?? `message:${message.id}`;
      rows.push({ kind: "message", key, message, place });
    } else if (waiting) {
      rows.push({ kind: "pending", key: waiting.clientId, message: waiting, place });
    }
  });

  if (draft) rows.push({ kind: "draft", key: draft.key, text: draft.text });
  else if (state.typing) rows.push({ kind: "typing", key: "typing", author: state.typing });
  if (conversation?.state === "closed" && pending.length === 0 && lastConversationId <= conversation.id) {
    rows.push({ kind: "closed", key: `closed:${conversation.id}`, conversation });
  }
  return withoutDoubleKeys(rows);
}

/** A clock set back can bring the same day twice; the list needs each key once. */
function withoutDoubleKeys(rows: ChatRow[]): ChatRow[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const times = seen.get(row.key) ?? 0;
    seen.set(row.key, times + 1);
    return times === 0 ? row : { ...row, key: `${row.key}#${times}` };
  });
}
