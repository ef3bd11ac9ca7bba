import type { z } from "zod";
import { emit, type World } from "../world/world";
import { type KchatId, long } from "./kchat-json";
import { changeKchatMessage, deleteKchatMessages, messageBody, postKchatMessage } from "./kchat-messages";
import { groupBody } from "./kchat-people";
import { KchatRefusal } from "./kchat-refusal";
import {
  confirmSchema,
  deleteSchema,
  getUserSchema,
  noBody,
  sendFileSchema,
  sendImageSchema,
  sendTextSchema,
  typingSchema,
  updateTextSchema,
} from "./kchat-schemas";
import { type KchatBot, type KchatGroup, type KchatMessage, kchatState } from "./kchat-state";

interface MethodCall {
  world: World;
  bot: KchatBot;
  /** Ids of the path by name: `workspace`, `group`, `message`. */
  path: Record<string, KchatId>;
}

export interface KchatMethod {
  path: string;
  schema: z.ZodType;
  /** Carries out a call whose body was checked; the answer may hold bare 64-bit numbers. */
  run(call: MethodCall, body: unknown): object;
}

function method<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  run: (call: MethodCall, body: z.output<Schema>) => object,
): KchatMethod {
  return { path, schema, run: (call, body) => run(call, schema.parse(body)) };
}

function groupFor({ world, bot, path }: MethodCall, id = path.group): KchatGroup {
  const group = kchatState(world).groups.get(id ?? "");
  if (!group || group.workspaceId !== path.workspace || !group.members.includes(bot.id)) {
    throw new KchatRefusal(400, `bot is not a member of group ${id} in workspace ${path.workspace}`);
  }
  return group;
}

function messageIn(group: KchatGroup, id: KchatId | undefined): KchatMessage {
  const message = group.messages.get(id ?? "");
  if (!message) throw new KchatRefusal(400, `no message ${id} in group ${group.id}`);
  return message;
}

function ownMessage(call: MethodCall, group: KchatGroup, id: KchatId | undefined): KchatMessage {
  const message = messageIn(group, id);
  if (message.senderId !== call.bot.id) throw new KchatRefusal(400, `message ${id} is not the bot's own`);
  return message;
}

function send(call: MethodCall, body: z.output<typeof sendTextSchema | typeof sendFileSchema>): object {
  const { world, bot } = call;
  const kchat = kchatState(world);
  const group = groupFor(call);
  if (group.type === "SYSTEM") throw new KchatRefusal(400, "nobody writes into the system group");
  const { clientRandomId, message = "", ...content } = body;
  if (content.replyMsgId) messageIn(group, content.replyMsgId);
  const key = `${group.id}:${clientRandomId}`;
  const known = kchat.settings.deduplicates ? kchat.sent.get(key) : undefined;
  const id = known ?? postKchatMessage(world, group, { senderId: bot.id, message, ...content }).id;
  if (kchat.settings.deduplicates) kchat.sent.set(key, id);
  return { messageId: long(id) };
}

function unread(group: KchatGroup, bot: KchatBot): KchatMessage[] {
  const seen = BigInt(group.seen.get(bot.id) ?? "0");
  return [...group.messages.values()].filter(({ id }) => BigInt(id) > seen);
}

/** How a bot stands in a group: what is the newest there, and what it confirmed. */
function groupState(world: World, bot: KchatBot, group: KchatGroup): object {
  const other = group.members.find((member) => member !== bot.id);
  const opponent = group.type === "P2P" ? kchatState(world).users.get(other ?? "") : undefined;
  const { id, firstName, lastName, middleName, phone } = opponent ?? {};
  return {
    workspaceId: long(group.workspaceId),
    groupId: long(group.id),
    lastMessageId: long([...group.messages.keys()].at(-1) ?? "0"),
    lastSeenMessageId: long(group.seen.get(bot.id) ?? "0"),
    counter: unread(group, bot).length,
    group: groupBody(group),
    ...(id && { opponent: { id: long(id), phone, firstName, lastName, middleName } }),
  };
}

const HERE = "/:workspace/:group";

/** Every method of the bot API by its path below `/botapi/v1`. */
export const kchatMethods: Record<string, KchatMethod> = {
  "messages/sendTextMessage": method(HERE, sendTextSchema, send),
  "messages/sendFile": method(HERE, sendFileSchema, send),
  "messages/sendImage": method(HERE, sendImageSchema, send),
  "messages/updateTextMessage": method(`${HERE}/:message`, updateTextSchema, (call, body) => {
    const group = groupFor(call);
    const before = ownMessage(call, group, call.path.message);
    changeKchatMessage(call.world, group, before, { entities: [], ...body, edited: true });
    return {};
  }),
  "messages/deleteMessageButtons": method(`${HERE}/:message`, noBody, (call) => {
    const group = groupFor(call);
    const before = ownMessage(call, group, call.path.message);
    changeKchatMessage(call.world, group, before, { buttonsMarkup: undefined });
    return {};
  }),
  "messages/deleteMessages": method(HERE, deleteSchema, (call, { messageIds }) => {
    const group = groupFor(call);
    for (const id of messageIds) ownMessage(call, group, id);
    deleteKchatMessages(call.world, group, messageIds, call.bot.id);
    return {};
  }),
  "messages/getAllUnreadMessages": method(HERE, noBody, (call) =>
    unread(groupFor(call), call.bot).map(messageBody),
  ),
  "messages/confirm": method(HERE, confirmSchema, (call, { lastMessageId }) => {
    const group = groupFor(call);
    messageIn(group, lastMessageId);
    const seen = group.seen.get(call.bot.id) ?? "0";
    if (BigInt(lastMessageId) > BigInt(seen)) group.seen.set(call.bot.id, lastMessageId);
    emit(call.world, { type: "kchat", what: "seen", group: group.id });
    return {};
  }),
  "messages/typing": method("/:workspace", typingSchema, (call, { groupId }) => {
    const group = groupFor(call, groupId);
    emit(call.world, { type: "kchat", what: "typing", group: group.id, by: call.bot.id });
    return {};
  }),
  "groups/getAllUserGroupStates": method("", noBody, ({ world, bot }) =>
    [...kchatState(world).groups.values()]
      .filter(({ members }) => members.includes(bot.id))
      .map((group) => groupState(world, bot, group)),
  ),
  "groups/getUserGroupState": method(HERE, noBody, (call) =>
    groupState(call.world, call.bot, groupFor(call)),
  ),
};

/** `POST /api/v1/users/getUser`: who somebody is. */
export const getUserMethod: KchatMethod = method("", getUserSchema, ({ world }, { userId }) => {
  const user = kchatState(world).users.get(userId);
  if (!user) throw new KchatRefusal(404, `no user ${userId}`);
  return { user: { ...user, id: long(user.id) } };
});
