import { authorName } from "@/server/domain/messages/hub/hub-message-view";
import { hubMessageViews } from "@/server/domain/messages/hub/hub-message-views";
import type {
  HubChatInput,
  HubChatMessage,
  HubChatPage,
  HubQuote,
} from "@/server/domain/messages/hub/page-schema";
import { requirePermission } from "@/server/domain/workspaces/policy";
import type { MemberActor } from "@/server/lib/actor";
import { db, pool } from "@/server/lib/db";
import { AppError } from "@/server/lib/errors";

const pageSize = 60;
const shownOfQuote = 300;

type Place = { id: number; sent_at: string };

/**
 * A chat's messages as they followed each other: the newest, those beyond one, or those around one. Throws `forbidden`,
 * `not_found` (`chat_unknown`, `message_unknown`).
 */
export async function hubChatMessages(actor: MemberActor, input: HubChatInput): Promise<HubChatPage> {
  requirePermission(actor, "hub.view");
  const { workspaceId } = actor;
  const { chatId } = input;
  const chat = await db.chat.findFirst({ where: { id: chatId, workspaceId }, select: { id: true } });
  if (!chat) throw new AppError("not_found", "chat_unknown", "There is no such chat.");
  const [older, newer] = await idsAt(input);
  const ids = [...older.ids.toReversed(), ...newer.ids];
  return {
    messages: await withQuotes(workspaceId, ids),
    hasOlder: older.hasMore,
    hasNewer: newer.hasMore,
  };
}

type Part = { ids: number[]; hasMore: boolean };

async function idsAt({ chatId, around, cursor }: HubChatInput): Promise<[Part, Part]> {
  const beyond = { ids: [], hasMore: true };
  if (cursor && "before" in cursor)
    return [await read(chatId, await placeOf(chatId, cursor.before), "older", pageSize), beyond];
  if (cursor) return [beyond, await read(chatId, await placeOf(chatId, cursor.after), "newer", pageSize)];
  if (!around) return [await read(chatId, null, "older", pageSize), { ids: [], hasMore: false }];
  const place = await placeOf(chatId, around);
  const [older, newer] = await Promise.all([
    read(chatId, place, "older", pageSize / 2),
    read(chatId, place, "newer", pageSize / 2),
  ]);
  return [older, { ...newer, ids: [place.id, ...newer.ids] }];
}

async function placeOf(chatId: number, id: number): Promise<Place> {
  // As text: a moment in JavaScript is coarser than the database's.
  const { rows } = await pool().query<Place>(
    "select id, sent_at::text as sent_at from hub_messages where chat_id = $1 and id = $2",
    [chatId, id],
  );
  if (!rows[0]) throw new AppError("not_found", "message_unknown", "There is no such message.");
  return rows[0];
}

async function read(
  chatId: number,
  place: Place | null,
  way: "older" | "newer",
  limit: number,
): Promise<Part> {
  const [beyond, order] = way === "older" ? ["<", "desc"] : [">", "asc"];
  const { rows } = await pool().query<{ id: number }>(
    `select id from hub_messages m where chat_id = $1
     ${place ? `and (sent_at, id) ${beyond} ($2::timestamptz, $3::int)` : ""}
     order by sent_at ${order}, id ${order} limit ${limit + 1}`,
    [chatId, ...(place ? [place.sent_at, place.id] : [])],
  );
  return { ids: rows.slice(0, limit).map(({ id }) => id), hasMore: rows.length > limit };
}

/** Messages in the order of `ids`, each with a part of what it answers to. */
export async function withQuotes(workspaceId: number, ids: number[]): Promise<HubChatMessage[]> {
  const messages = await hubMessageViews(workspaceId, ids);
  const answered = messages.flatMap(({ replyToId }) => replyToId ?? []);
  const originals =
    answered.length === 0
      ? []
      : await db.hubMessage.findMany({
          where: { workspaceId, id: { in: answered } },
          include: { contact: true, user: { select: { name: true } } },
        });
  const quotes = new Map(
    originals.map((one): [number, HubQuote] => [
      one.id,
      {
        id: one.id,
        author: one.author,
        authorName: authorName(one),
        text: one.deletedAt ? "" : (one.text || (one.transcript ?? "")).slice(0, shownOfQuote),
        type: one.type,
      },
    ]),
  );
  return messages.map((message) => ({
    ...message,
    replyTo: message.replyToId === null ? null : (quotes.get(message.replyToId) ?? null),
  }));
}
