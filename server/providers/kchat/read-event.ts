import { createHash } from "node:crypto";
import { z } from "zod";
import { toChatId } from "@/server/providers/kchat/chat-id";
import { kchatId, parseJson } from "@/server/providers/kchat/parse-json";
import type { RawUpdate } from "@/server/providers/provider";

/** A message as KChat tells of it; `metadata` says which button was pressed in place of writing. */
export const kchatMessage = z.looseObject({
  id: kchatId,
  senderId: kchatId,
  senderType: z.string().nullish(),
  /** Milliseconds since 1970. */
  date: z.number().nullish(),
  message: z.string().nullish(),
  replyMsgId: kchatId.nullish(),
  metadata: z
    .object({
      type: z.string(),
      selectedButton: z.object({ callbackData: z.string().nullish() }).nullish(),
    })
    .nullish()
    .catch(null),
  file: z.object({ fileName: z.string().nullish(), name: z.string().nullish() }).nullish().catch(null),
  multimedia: z.array(z.unknown()).nullish().catch(null),
});
export type KchatMessage = z.infer<typeof kchatMessage>;

/** Something that happened in a group; `payload` in KChat's own shape. */
export type KchatEvent = { type: string; workspaceId: string; groupId: string; payload: object };

const frameSchema = z.object({ content: z.union([z.string(), z.looseObject({})]) });
const contentSchema = z.object({
  workspaceId: kchatId.default("-1"),
  groupId: kchatId.nullish(),
  payload: z.union([z.string(), z.looseObject({})]).nullish(),
});
const groupOf = z.object({ groupId: kchatId });

/**
 * The event in a frame of the stream, whose parts are objects or JSON in text; null for what tells of no group (a ping)
 * or has another form.
 */
export function readEvent(type: string, data: string): KchatEvent | null {
  try {
    const { content } = frameSchema.parse(parseJson(data));
    const { workspaceId, groupId, payload } = contentSchema.parse(unpacked(content));
    const own = z.looseObject({}).parse(unpacked(payload ?? {}));
    const group = groupId ?? groupOf.safeParse(own).data?.groupId;
    return group ? { type, workspaceId, groupId: group, payload: own } : null;
  } catch {
    return null;
  }
}

function unpacked(part: unknown): unknown {
  return typeof part === "string" ? parseJson(part) : part;
}

/** The messages that an event tells of; those of a form we do not know are left out. */
export function messagesIn({ payload }: Pick<KchatEvent, "payload">): KchatMessage[] {
  const { messages } = z
    .object({ messages: z.array(z.unknown()) })
    .catch({ messages: [] })
    .parse(payload);
  return messages.flatMap((one) => kchatMessage.safeParse(one).data ?? []);
}

/** What is stored of a message, new or edited: the same one told twice has the same id. */
export function toMessageUpdate(event: KchatEvent, message: KchatMessage): RawUpdate {
  const lane = toChatId(event.workspaceId, event.groupId);
  const edit = event.type === "MESSAGE" ? "" : `:edit:${printOf(message)}`;
  return {
    externalId: `${lane}:${message.id}${edit}`,
    lane,
    payload: { ...event, payload: { messages: [message] } },
  };
}

/** What is stored of any other event; `frameId` tells apart what happens twice in the same words. */
export function toEventUpdate(event: KchatEvent, frameId: string): RawUpdate {
  const lane = toChatId(event.workspaceId, event.groupId);
  return { externalId: `${lane}:${event.type}:${printOf([frameId, event.payload])}`, lane, payload: event };
}

function printOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("base64url").slice(0, 22);
}

const pressSchema = z.object({ userId: kchatId, data: z.string(), message: z.unknown() });
const pressedMessage = z.union([kchatId, z.object({ id: kchatId }).transform(({ id }) => id)]);

/** Who pressed a button of the kind that writes no message, its data and the message it stands under; null for another form. */
export function readPress(payload: object): { userId: string; data: string; messageId: string } | null {
  const press = pressSchema.safeParse(payload).data;
  return press
    ? {
        userId: press.userId,
        data: press.data,
        messageId: pressedMessage.safeParse(press.message).data ?? "",
      }
    : null;
}

const idOfPerson = z.union([kchatId, z.object({ id: kchatId }).transform(({ id }) => id)]);
const peopleSchema = z.object({
  userId: kchatId.optional().catch(undefined),
  user: idOfPerson.optional().catch(undefined),
  userIds: z.array(z.unknown()).default([]).catch([]),
  users: z.array(z.unknown()).default([]).catch([]),
});

/** The ids of the people whom an event tells of, in whichever of the ways. */
export function peopleIn(payload: object): string[] {
  const { userId, user, userIds, users } = peopleSchema.parse(payload);
  const listed = [...userIds, ...users].flatMap((one) => idOfPerson.safeParse(one).data ?? []);
  return [...new Set([userId, user, ...listed].filter((id) => id !== undefined))];
}

/** The data of the button that a message stands for; null for one that somebody wrote. */
export function pressedIn({ metadata }: KchatMessage): string | null {
  return metadata?.type === "SELECTED_BUTTON" ? (metadata.selectedButton?.callbackData ?? "") : null;
}
