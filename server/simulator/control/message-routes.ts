import { randomInt } from "node:crypto";
import { Hono } from "hono";
import { z } from "zod";
import { findEntities } from "../telegram/format-text";
import { readStoredFile } from "../world/files";
import type { Message } from "../world/telegram-objects";
import { announceMessage, pushRawUpdate, pushUpdate } from "../world/updates";
import { emit, unixTime, type World } from "../world/world";
import { botById, messageById, personById, placeOf, roomToRead } from "./look-up";
import { Problem, readBody } from "./problem";
import { say, saySchema } from "./say";

const CALLBACK_WAIT_MS = 5000;

const whereShape = {
  from: z.number().int(),
  chat: z.number().int().optional(),
  bot: z.number().int().optional(),
  messageId: z.number().int(),
};
const editSchema = z.strictObject({
  ...whereShape,
  text: z.string().max(4096).optional(),
  caption: z.string().max(1024).optional(),
});
const pressSchema = z.strictObject({
  ...whereShape,
  data: z.string(),
  /** Presses although the button is no longer there. */
  force: z.boolean().default(false),
});

/** Presses an inline button and waits for the bot's answer: null when none came within 5 s. */
async function press(world: World, input: z.infer<typeof pressSchema>): Promise<unknown> {
  const person = personById(world, input.from);
  const room = placeOf(world, person, input);
  const message = messageById(room, input.messageId);
  const buttons = message.reply_markup?.inline_keyboard?.flat() ?? [];
  if (!input.force && !buttons.some((button) => button.callback_data === input.data)) {
    throw new Problem(409, `message ${input.messageId} has no button with this data`);
  }
  const bot = world.state.bots.get(message.from?.id ?? 0);
  if (!bot) throw new Problem(409, "the message is not a bot's");
  const id = `${bot.user.id}${randomInt(2 ** 40)}`;
  world.callbacks.set(id, { id, botId: bot.user.id, at: Date.now(), answered: false });
  const answer = new Promise<unknown>((resolve) => {
    const timer = setTimeout(() => resolve(null), CALLBACK_WAIT_MS);
    world.callbackWaiters.set(id, (given) => {
      clearTimeout(timer);
      resolve(given);
    });
  });
  pushUpdate(world, bot, "callback_query", {
    id,
    from: person,
    message,
    chat_instance: String(room.chat.id),
    data: input.data,
  });
  const given = await answer;
  world.callbackWaiters.delete(id);
  if (!given) world.callbacks.delete(id);
  return { callbackQueryId: id, answer: given };
}

function edit(world: World, input: z.infer<typeof editSchema>): Message {
  const room = placeOf(world, personById(world, input.from), input);
  const message = messageById(room, input.messageId);
  const own = room.chat.type === "channel" ? message.sender_chat : message.from;
  if (own?.id !== (room.chat.type === "channel" ? room.chat.id : input.from))
    throw new Problem(409, "people edit only their own messages");
  const next: Message = { ...message, edit_date: unixTime() };
  if (input.text !== undefined) {
    next.text = input.text;
    next.entities = findEntities(input.text, []);
  }
  if (input.caption !== undefined) next.caption = input.caption;
  room.messages.set(next.message_id, next);
  announceMessage(world, room, next, "edited_message");
  return next;
}

/** What people say, edit, delete, press and react, and reading it back. */
export function messageRoutes(world: World): Hono {
  return new Hono()
    .post("/messages", async (c) => {
      const messages = say(world, await readBody(c, saySchema));
      return c.json(messages.length === 1 ? messages[0] : messages, 201);
    })
    .post("/start", async (c) => {
      const schema = z.strictObject({
        from: z.number(),
        bot: z.number(),
        payload: z.string().max(64).optional(),
      });
      const { from, bot, payload } = await readBody(c, schema);
      return c.json(say(world, { from, bot, text: payload ? `/start ${payload}` : "/start" })[0], 201);
    })
    .post("/edits", async (c) => c.json(edit(world, await readBody(c, editSchema))))
    .post("/deletions", async (c) => {
      const input = await readBody(c, z.strictObject(whereShape));
      const room = placeOf(world, personById(world, input.from), input);
      const message = messageById(room, input.messageId);
      room.messages.delete(message.message_id);
      const topic = message.message_thread_id ?? null;
      emit(world, {
        type: "delete",
        bot: room.botId,
        chat: room.chat.id,
        topic,
        messageId: message.message_id,
      });
      return c.json({ deleted: true });
    })
    .post("/reactions", async (c) => {
      const input = await readBody(c, z.strictObject({ ...whereShape, emoji: z.string().nullable() }));
      const person = personById(world, input.from);
      const room = placeOf(world, person, input);
      const message = messageById(room, input.messageId);
      const reaction = input.emoji === null ? [] : [{ type: "emoji", emoji: input.emoji }];
      const change = { chat: room.chat, message_id: message.message_id, user: person, date: unixTime() };
      for (const bot of world.state.bots.values()) {
        const admin = room.members.get(bot.user.id)?.status === "administrator";
        if (room.botId === bot.user.id || admin) {
          pushUpdate(world, bot, "message_reaction", { ...change, old_reaction: [], new_reaction: reaction });
        }
      }
      emit(world, {
        type: "reaction",
        bot: room.botId,
        chat: room.chat.id,
        messageId: message.message_id,
        from: person.id,
        reaction,
      });
      return c.json({ reaction });
    })
    .post("/callbacks", async (c) => c.json(await press(world, await readBody(c, pressSchema))))
    .post("/updates", async (c) => {
      const schema = z.strictObject({
        bot: z.number(),
        update: z.looseObject({ update_id: z.number().int().optional() }),
      });
      const input = await readBody(c, schema);
      const bot = botById(world, input.bot);
      const update = { ...input.update, update_id: input.update.update_id ?? bot.nextUpdateId++ };
      pushRawUpdate(world, bot, update);
      emit(world, { type: "world", what: "update", bot: bot.user.id });
      return c.json({ update_id: update.update_id }, 201);
    })
    .get("/chats/:chatId/messages", (c) => {
      const asNumber = (name: string) =>
        c.req.query(name) === undefined ? undefined : Number(c.req.query(name));
      const room = roomToRead(world, Number(c.req.param("chatId")), asNumber("bot"));
      const topic = asNumber("topic");
      const after = asNumber("after") ?? 0;
      const messages = [...(room?.messages.values() ?? [])].filter((message) => {
        const thread = message.is_topic_message ? message.message_thread_id : 1;
        return message.message_id > after && (topic === undefined || thread === topic);
      });
      return c.json({ messages });
    })
    .get("/files/:fileId", (c) => {
      const file = world.state.files.get(c.req.param("fileId"));
      if (!file) throw new Problem(404, "no such file");
      // The page shows these: never let a sent file run as a page of its own.
      const headers = {
        "content-type": file.mime,
        "x-content-type-options": "nosniff",
        "content-security-policy": "sandbox; default-src 'none'",
      };
      return c.body(new Uint8Array(readStoredFile(world, file)), 200, headers);
    });
}
