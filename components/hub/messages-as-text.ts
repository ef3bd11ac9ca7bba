import type { HubMessageView } from "@/server/domain/messages/hub/schema";

/** In the order they were said. */
function inOrder(messages: Iterable<HubMessageView>): HubMessageView[] {
  return [...messages].sort((a, b) => Date.parse(a.sentAt) - Date.parse(b.sentAt) || a.id - b.id);
}

function words({ text, transcript }: HubMessageView): string {
  return [text, transcript].filter(Boolean).join("\n");
}

/** Messages as one would quote them in a letter: who, where, when, and what. */
export function messagesAsText(messages: Iterable<HubMessageView>, when: (iso: string) => string): string {
  return inOrder(messages)
    .map(
      (message) =>
        `${message.authorName} · ${message.chat.title} · ${when(message.sentAt)}\n${words(message)}`,
    )
    .join("\n\n");
}

const columns: [string, (message: HubMessageView) => string | number | null][] = [
  ["id", ({ id }) => id],
  ["sent_at", ({ sentAt }) => sentAt],
  ["chat", ({ chat }) => chat.title],
  ["author", ({ authorName }) => authorName],
  ["username", ({ contact }) => contact?.username ?? null],
  ["role", ({ role }) => role],
  ["type", ({ type }) => type],
  ["text", words],
  ["intent", ({ intent }) => intent],
  ["confidence", ({ intentConfidence }) => intentConfidence],
  ["sentiment", ({ sentiment }) => sentiment],
  ["urgent", ({ urgent }) => (urgent ? "yes" : "no")],
];

/** Messages as CSV (RFC 4180) with a byte-order mark, without which spreadsheets take Russian for something else. */
export function messagesAsCsv(messages: Iterable<HubMessageView>): string {
  const lines = inOrder(messages).map((message) => columns.map(([, value]) => cell(value(message))));
  return `\uFEFF${[columns.map(([name]) => name), ...lines].map((line) => line.join(",")).join("\r\n")}\r\n`;
}

/** A cell that a spreadsheet would take for a formula is made plain text. */
function cell(value: string | number | null): string {
  const text = value === null ? "" : String(value);
  const plain = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
