import type { PendingMessage } from "@/components/inbox/use-outbox";
import type { StaffMessageView } from "@/server/domain/conversations/inbox-schema";

/** A line of the history. `isFirst`, `isLast`: of a group that one author wrote without a pause. */
export type ThreadRow =
  | { kind: "day"; key: string; at: string }
  | { kind: "message"; key: string; message: StaffMessageView; isFirst: boolean; isLast: boolean }
  | { kind: "pending"; key: string; message: PendingMessage };

/** Messages of one author further apart than this stand apart. */
const pauseMs = 5 * 60_000;

function together(a: StaffMessageView | undefined, b: StaffMessageView | undefined): boolean {
  if (!a || !b || a.author === "system" || a.author !== b.author || a.kind !== b.kind) return false;
  if (a.authorName !== b.authorName || dayOf(a) !== dayOf(b)) return false;
  return Date.parse(b.createdAt) - Date.parse(a.createdAt) < pauseMs;
}

function dayOf({ createdAt }: StaffMessageView): string {
  return new Date(createdAt).toDateString();
}

/** The history as it is drawn: days, messages in groups, and last what is on its way. */
export function threadRows(messages: StaffMessageView[], pending: PendingMessage[]): ThreadRow[] {
  const rows = messages.flatMap((message, at): ThreadRow[] => {
    const [before, after] = [messages[at - 1], messages[at + 1]];
    const isFirst = !together(before, message);
    const isLast = !together(message, after);
    const row: ThreadRow = { kind: "message", key: `m${message.id}`, message, isFirst, isLast };
    const startsDay = !before || dayOf(before) !== dayOf(message);
    return startsDay ? [{ kind: "day", key: `d${message.id}`, at: message.createdAt }, row] : [row];
  });
  return [
    ...rows,
    ...pending.map((message): ThreadRow => ({ kind: "pending", key: message.clientId, message })),
  ];
}
