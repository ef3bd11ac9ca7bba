import { createHash } from "node:crypto";
import { z } from "zod";
import { kchatId } from "@/server/providers/kchat/parse-json";
import type { SendFailure } from "@/server/providers/provider";

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

/** The other person of a private chat, by what its state tells; null where that is somebody else or without a name. */
export function opponentIn(state: GroupState | undefined, userId: string): KchatPerson | null {
  const { opponent } = state ?? {};
  if (opponent?.id !== userId || !(opponent.firstName || opponent.lastName)) return null;
  return readPerson({ user: opponent });
}

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
