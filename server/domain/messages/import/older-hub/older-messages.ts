import type { HubMessageType, Intent, Sentiment } from "@/prisma/generated/client";
import type { OlderPeople } from "@/server/domain/messages/import/older-hub/older-people";
import type { OlderTables } from "@/server/domain/messages/import/older-hub/older-tables";
import {
  readFlag,
  readId,
  readMoment,
  readShare,
  readText,
} from "@/server/domain/messages/import/older-hub/read-value";
import type { BadRow, ImportedMessage, ImportedUnderstanding } from "@/server/domain/messages/import/schema";

type Messages = NonNullable<OlderTables["messages"]>;
type Row = Awaited<ReturnType<Messages["page"]>>[number];

/** A page of the older hub's messages, with what it had understood of them; null after the last. */
export async function olderMessages(
  { messages: table, message_analysis: analyses }: OlderTables,
  people: OlderPeople,
  after: number,
  limit: number,
): Promise<{ messages: ImportedMessage[]; bad: BadRow[]; last: number; read: number } | null> {
  const rows = (await table?.page(after, limit)) ?? [];
  const last = rows.at(-1);
  if (!table || !last) return null;
  const understood = await readAnalyses(analyses, rows);
  const answered = await readReplies(table, rows);
  const bad: BadRow[] = [];
  const messages = rows.flatMap((row) => {
    const read = readMessage(table, people, row, answered);
    if (typeof read === "string") {
      bad.push({ where: `messages ${row.id}`, why: read });
      return [];
    }
    return [{ ...read, understood: understood(row) }];
  });
  return { messages, bad, last: Number(last.id), read: rows.length };
}

/** What names a message in its chat; one without the provider's id keeps its row's. */
function externalIdOf(row: Pick<Row, "id" | "telegramId">): string {
  return readId(row.telegramId) ?? `hub:${row.id}`;
}

function readMessage(
  table: Messages,
  people: OlderPeople,
  row: Row,
  answered: Map<string, string>,
): ImportedMessage | string {
  const chat = people.chat(row.chat, table.refersToId("chat"));
  if (!chat) return `its chat “${readText(row.chat) ?? ""}” is not in the table chats`;
  const sentAt = readMoment(row.sentAt);
  if (!sentAt) return `“${readText(row.sentAt) ?? ""}” is no time`;
  const user = readId(row.user);
  const stranger =
    user && !table.refersToId("user") ? { externalId: user, firstName: "", isBot: false } : null;
  const replyTo = readId(row.replyTo);
  return {
    chat,
    sender: people.person(row.user, table.refersToId("user")) ?? stranger,
    draft: {
      externalId: externalIdOf(row),
      type: readType(row.type),
      text: readText(row.text) ?? "",
      isAutomatic: readFlag(row.isAutomatic),
      isForwarded: readFlag(row.isForwarded) || readText(row.forwardedFrom) !== null,
      forwardedFrom: readText(row.forwardedFrom),
      replyToExternalId:
        replyTo && (answered.get(replyTo) ?? (table.has("telegramId") ? replyTo : `hub:${replyTo}`)),
      sentAt,
      editedAt: readMoment(row.editedAt),
    },
    transcript: readText(row.transcript) ?? undefined,
  };
}

/** Replies that name rows, by the names of these rows' messages. */
async function readReplies(table: Messages, rows: Row[]): Promise<Map<string, string>> {
  if (table.refersToId("replyTo") !== true) return new Map();
  const ids = rows.flatMap(({ replyTo }) => readId(replyTo) ?? []);
  return new Map((await table.where("id", ids)).map((row) => [String(row.id), externalIdOf(row)]));
}

async function readAnalyses(
  table: OlderTables["message_analysis"],
  rows: Row[],
): Promise<(row: Row) => ImportedUnderstanding | undefined> {
  if (!table) return () => undefined;
  const keyOf = (row: Row) => readId(table.refersToId("message") === false ? row.telegramId : row.id) ?? "";
  const found = await table.where("message", rows.map(keyOf).filter(Boolean));
  const byKey = new Map(
    found.map((one) => [
      String(one.message),
      {
        intent: readIntent(one.intent),
        confidence: readShare(one.confidence),
        sentiment: readSentiment(one.sentiment),
        // The older hub's entities have a form of their own.
        entities: {},
        urgent: readFlag(one.urgent),
        model: readText(one.model),
      },
    ]),
  );
  return (row) => byKey.get(keyOf(row));
}

const OURS = [
  ...(["text", "photo", "document", "voice", "audio", "video", "video_note", "animation"] as const),
  ...(["sticker", "location", "contact", "poll", "service"] as const),
];
const TYPES: Record<string, HubMessageType | undefined> = {
  ...Object.fromEntries(OURS.map((type) => [type, type])),
  image: "photo",
  picture: "photo",
  file: "document",
  videonote: "video_note",
  gif: "animation",
};

function readType(value: unknown): HubMessageType {
  const type = readText(value)?.toLowerCase();
  return type ? (TYPES[type.replace("messagetype.", "")] ?? "other") : "text";
}

/** The beginnings of what the older hub's intents and patterns were called. */
const INTENTS: [RegExp, Intent][] = [
  [/^(broadcast|spam|рассылк)/, "broadcast"],
  [/^(complain|жалоб|претенз)/, "complaint"],
  [/^(order|заказ|purchase)/, "order"],
  [/^(confirm|подтвержд)/, "confirmation"],
  [/^(interest|интерес)/, "interest"],
  [/^(question|price|stock|вопрос|цен|налич|availab)/, "question"],
];

/** An intent under our name; what we have no name for is `other`. */
export function readIntent(value: unknown): Intent {
  const name = readText(value)?.toLowerCase() ?? "";
  return INTENTS.find(([pattern]) => pattern.test(name))?.[1] ?? "other";
}

function readSentiment(value: unknown): Sentiment {
  const text = readText(value)?.toLowerCase() ?? "";
  if (/^(pos|позит)/.test(text)) return "positive";
  if (/^(neg|негат)/.test(text)) return "negative";
  const number = Number(text || Number.NaN);
  if (!Number.isFinite(number) || Math.abs(number) < 0.25) return "neutral";
  return number > 0 ? "positive" : "negative";
}
