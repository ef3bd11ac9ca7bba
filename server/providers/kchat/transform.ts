import { createHash } from "node:crypto";
import { z } from "zod";
import { splitText } from "@/server/lib/split-text";
import type { TextEntity } from "@/server/lib/text-entity";
import { kchatId } from "@/server/providers/kchat/parse-json";
import type {
  OutgoingButton,
  OutgoingMedia,
  OutgoingMessage,
  SendFailure,
} from "@/server/providers/provider";

/** KChat names no limit of a text; this is what messengers take at least, in UTF-16 units. */
const textLimit = 4000;
/** Most buttons of a message, and of one row of a grid. */
const mostButtons = 20;
const mostColumns = 4;

/** How an account stands in one group, private chats among them. */
export const groupState = z.object({
  groupId: kchatId,
  lastMessageId: kchatId.nullish(),
  lastSeenMessageId: kchatId.nullish(),
  group: z.object({
    workspaceId: kchatId.default("-1"),
    id: kchatId.optional(),
    type: z.string().default(""),
    title: z.string().nullish(),
  }),
  opponent: z
    .object({
      id: kchatId.optional(),
      phone: z.string().nullish(),
      firstName: z.string().nullish(),
      lastName: z.string().nullish(),
      middleName: z.string().nullish(),
    })
    .nullish(),
});
export type GroupState = z.infer<typeof groupState>;

const fieldsOfAnswer = ["userGroupStates", "groupStates", "states", "groups", "items", "result"];

/** The states in an answer, whichever way they are wrapped; those of a form we do not know are left out. */
export function readGroupStates(answer: unknown): GroupState[] {
  return listIn(answer, fieldsOfAnswer).flatMap((one) => groupState.safeParse(one).data ?? []);
}

/** The objects of a list that stands alone or in one of these fields of an answer; none for any other form. */
export function listIn(answer: unknown, fields: string[]): unknown[] {
  if (Array.isArray(answer)) return answer;
  const record = z.record(z.string(), z.unknown()).safeParse(answer).data ?? {};
  const found = fields.map((field) => record[field]).find(Array.isArray);
  return found ?? [];
}

/** The bot's own id: KChat tells it as the number of its group with the system. Null when there is no such group. */
export function ownIdIn(states: GroupState[]): string | null {
  return states.find(({ group }) => group.type === "SYSTEM")?.groupId ?? null;
}

const userAnswer = z.object({
  user: z.object({
    firstName: z.string().nullish(),
    lastName: z.string().nullish(),
    middleName: z.string().nullish(),
    email: z.string().nullish(),
    phone: z.union([z.string(), z.number()]).nullish(),
  }),
});

/** A person of KChat; empty where KChat does not tell. */
export type KchatPerson = {
  firstName: string;
  middleName: string;
  lastName: string;
  email: string;
  phone: string;
};

/** The person in an answer of users/getUser; null for an answer of another form. */
export function readPerson(answer: unknown): KchatPerson | null {
  const user = userAnswer.safeParse(answer).data?.user;
  if (!user) return null;
  const words = (value: string | number | null | undefined) => String(value ?? "").trim();
  return {
    firstName: words(user.firstName),
    middleName: words(user.middleName),
    lastName: words(user.lastName),
    email: words(user.email).toLowerCase(),
    phone: words(user.phone),
  };
}

type KchatButton = { id: string; label: string; callbackMessage: string; callbackData: string };
type ButtonsMarkup = { inlineMessageButtons: KchatButton[] } | { gridMessageButtons: KchatButton[][] };
/** A text of its own message, and what can be pressed under it. */
export type KchatPiece = { text: string; buttonsMarkup?: ButtonsMarkup };

/**
 * A message as the texts that KChat takes, in order. Formatting is told by nobody, so that links stand behind their
 * words; files and places stand as lines. Buttons are under the last piece, more than 20 of them under further ones.
 */
export function planTexts({ text, entities = [], media = [], buttons = [] }: OutgoingMessage): KchatPiece[] {
  const links = buttons.flat().flatMap((button) => ("url" in button ? `${button.label}: ${button.url}` : []));
  const words = [withLinks(text, entities), ...media.map(mediaLine), ...links].filter(Boolean).join("\n\n");
  const pieces: KchatPiece[] = splitText(words, textLimit).map((piece) => ({ text: piece.text }));
  const [first, ...others] = chunks(rowsOf(buttons));
  const last = pieces.at(-1);
  if (last && first) last.buttonsMarkup = toMarkup(first);
  return [...pieces, ...others.map((rows) => ({ text: "…", buttonsMarkup: toMarkup(rows) }))];
}

type DataButton = Extract<OutgoingButton, { data: string }>;

/** What can be pressed here, in rows that KChat can show; our page inside the messenger there is none. */
function rowsOf(buttons: OutgoingButton[][]): DataButton[][] {
  return buttons.flatMap((row) => {
    const pressable = row.filter((button): button is DataButton => "data" in button);
    return Array.from({ length: Math.ceil(pressable.length / mostColumns) }, (_, index) =>
      pressable.slice(index * mostColumns, (index + 1) * mostColumns),
    );
  });
}

function chunks(rows: DataButton[][]): DataButton[][][] {
  const all: DataButton[][][] = [];
  let free = 0;
  for (const row of rows) {
    const last = all.at(-1);
    if (last && row.length <= free) last.push(row);
    else all.push([row]);
    free = (last && row.length <= free ? free : mostButtons) - row.length;
  }
  return all;
}

function toMarkup(rows: DataButton[][]): ButtonsMarkup {
  let number = 0;
  const made = rows.map((row) =>
    row.map(({ label, data }) => {
      number += 1;
      return { id: String(number), label, callbackMessage: label, callbackData: data };
    }),
  );
  return made.every((row) => row.length === 1)
    ? { inlineMessageButtons: made.flat() }
    : { gridMessageButtons: made };
}

function withLinks(text: string, entities: TextEntity[]): string {
  let words = text;
  // From the end, so that what stands before keeps its place.
  for (const { type, offset, length, url } of entities.toSorted((a, b) => b.offset - a.offset)) {
    const end = offset + length;
    if (type !== "text_link" || !url || !/^https?:/.test(url) || text.slice(offset, end) === url) continue;
    words = `${words.slice(0, end)} (${url})${words.slice(end)}`;
  }
  return words;
}

function mediaLine(media: OutgoingMedia): string {
  if (media.kind === "contact")
    return `👤 ${[media.firstName, media.lastName, media.phoneNumber].filter(Boolean).join(" ")}`;
  if (media.kind !== "location") return [`📎 ${media.fileName}`, media.link].filter(Boolean).join("\n");
  const place = [media.title, media.address, `${media.latitude}, ${media.longitude}`];
  return `📍 ${place.filter(Boolean).join(", ")}`;
}

/** What KChat knows doubles of a message by: a positive number below 2^53, always the same for a key. */
export function clientRandomId(key: string): number {
  return Number(createHash("sha256").update(key).digest().readBigUInt64BE() >> 11n) || 1;
}

const sentAnswer = z.object({ messageId: kchatId });

/** The id of a message that was made; null for an answer of another form. */
export function readSent(answer: unknown): string | null {
  return sentAnswer.safeParse(answer).data?.messageId ?? null;
}

const wordsOfRefusal = z.object({
  message: z.string().optional(),
  error: z.string().optional(),
  description: z.string().optional(),
});

export type KchatRefusal = { status: number; retryAfter: string | null; body: unknown };

/** Puts KChat's refusals into the domain's kinds; its error bodies are not described, so that the status decides. */
export function toFailure({ status, retryAfter, body }: KchatRefusal): SendFailure {
  const { message, error, description } = wordsOfRefusal.safeParse(body).data ?? {};
  const detail = message || description || error || `HTTP ${status}`;
  if (status === 401) return { ok: false, kind: "unauthorised", detail };
  if (status === 429 || status === 408 || status >= 500) {
    const seconds = Number(retryAfter ?? Number.NaN);
    return { ok: false, kind: "retry", detail, ...(seconds > 0 && { afterMs: seconds * 1000 }) };
  }
  if (status === 403) return { ok: false, kind: "no_rights", detail };
  return { ok: false, kind: status === 404 ? "chat_gone" : "refused", detail };
}
