import { type Context, Hono } from "hono";
import { z } from "zod";
import { Problem, readBody } from "../control/problem";
import { emit, type World } from "../world/world";
import {
  botSchema,
  faultSchema,
  groupSchema,
  id,
  p2pSchema,
  pressSchema,
  saySchema,
  settingsChange,
  streamSchema,
  userSchema,
} from "./kchat-control-schemas";
import { streamPlan } from "./kchat-live";
import { deleteKchatMessages, postKchatMessage } from "./kchat-messages";
import { addKchatBot, addKchatGroup, addKchatUser, newKchatToken, openP2p } from "./kchat-people";
import {
  type KchatBot,
  type KchatGroup,
  type KchatMessage,
  kchatSettingsSchema,
  kchatState,
  SYSTEM_SENDER,
} from "./kchat-state";
import { pressKchatButton } from "./press-kchat-button";

function groupView({ messages, seen, ...group }: KchatGroup) {
  const lastMessageId = [...messages.keys()].at(-1) ?? null;
  return { ...group, lastMessageId, seen: Object.fromEntries(seen) };
}

/** KChat's part of the control API, below `/control/kchat`; ids are decimal text in it. */
export function kchatRoutes(world: World): Hono {
  const botById = (bot: string | undefined): KchatBot => {
    const found = kchatState(world).bots.get(bot ?? "");
    if (!found) throw new Problem(404, `no KChat bot ${bot}`);
    return found;
  };
  const groupById = (group: string | undefined): KchatGroup => {
    const found = kchatState(world).groups.get(group ?? "");
    if (!found) throw new Problem(404, `no KChat group ${group}`);
    return found;
  };
  const say = ({ from, group: where, text, replyTo, file }: z.infer<typeof saySchema>): KchatMessage => {
    const group = groupById(where);
    if (!group.members.includes(from) && from !== SYSTEM_SENDER)
      throw new Problem(409, `${from} is not a member of group ${where}`);
    if (text === "" && !file) throw new Problem(400, "text: nothing to say");
    if (replyTo && !group.messages.has(replyTo)) throw new Problem(404, `no message ${replyTo}`);
    return postKchatMessage(world, group, {
      senderId: from,
      message: text,
      ...(replyTo && { replyMsgId: replyTo }),
      ...(file && { file }),
    });
  };
  const json = (c: Context, value: object, status: 200 | 201 = 200) => c.json(value, status);

  return new Hono()
    .get("/world", (c) => {
      const { bots, users, groups, settings } = kchatState(world);
      const connected = new Set([...world.kchat.streams].map(({ bot }) => bot));
      return c.json({
        bots: [...bots.values()].map(({ token: _secret, ...bot }) => ({
          ...bot,
          connected: connected.has(bot.id),
        })),
        users: [...users.values()],
        groups: [...groups.values()].map(groupView),
        settings,
      });
    })
    .post("/bots", async (c) => json(c, addKchatBot(world, await readBody(c, botSchema)), 201))
    .post("/bots/:bot/expire", async (c) => {
      const bot = botById(c.req.param("bot"));
      const { expired } = await readBody(c, z.strictObject({ expired: z.boolean().default(true) }));
      bot.expired = expired;
      for (const stream of world.kchat.streams) if (stream.bot === bot.id) stream.cut();
      emit(world, { type: "kchat", what: "world" });
      return json(c, { expired });
    })
    .post("/bots/:bot/token", (c) => {
      const bot = botById(c.req.param("bot"));
      Object.assign(bot, { token: newKchatToken(), expired: false });
      emit(world, { type: "kchat", what: "world" });
      return json(c, bot);
    })
    .post("/users", async (c) => json(c, addKchatUser(world, await readBody(c, userSchema)), 201))
    .post("/groups", async (c) =>
      json(c, groupView(addKchatGroup(world, await readBody(c, groupSchema))), 201),
    )
    .post("/p2p", async (c) => json(c, groupView(openP2p(world, await readBody(c, p2pSchema))), 201))
    .get("/groups/:group/messages", (c) => {
      const after = BigInt(c.req.query("after") ?? "0");
      const messages = [...groupById(c.req.param("group")).messages.values()];
      return c.json({ messages: messages.filter((message) => BigInt(message.id) > after) });
    })
    .post("/messages", async (c) => json(c, say(await readBody(c, saySchema)), 201))
    .post("/presses", async (c) => {
      const { from, group: where, message, button } = await readBody(c, pressSchema);
      const group = groupById(where);
      if (!group.members.includes(from)) throw new Problem(409, `${from} is not a member of group ${where}`);
      return json(c, pressKchatButton(world, group, { from, message, button }));
    })
    .post("/deletions", async (c) => {
      const input = await readBody(c, z.strictObject({ from: id, group: id, message: id }));
      const group = groupById(input.group);
      if (group.messages.get(input.message)?.senderId !== input.from)
        throw new Problem(409, "people delete only their own messages");
      deleteKchatMessages(world, group, [input.message], input.from);
      return json(c, { deleted: true });
    })
    .post("/faults", async (c) => {
      const fault = await readBody(c, faultSchema);
      world.kchat.faults.push(fault);
      return json(c, fault, 201);
    })
    .post("/faults/clear", (c) => {
      world.kchat.faults.length = 0;
      world.kchat.plans.clear();
      return json(c, { faults: 0 });
    })
    .post("/streams", async (c) => {
      const { bot, cut, ...change } = await readBody(c, streamSchema);
      botById(bot);
      const plan = Object.assign(streamPlan(world.kchat, bot), change);
      if (cut) for (const stream of world.kchat.streams) if (stream.bot === bot) stream.cut();
      return json(c, plan);
    })
    .put("/settings", async (c) => {
      const { requestLimit, ...change } = await readBody(c, settingsChange);
      const kchat = kchatState(world);
      kchat.settings = kchatSettingsSchema.parse({
        ...kchat.settings,
        ...change,
        requestLimit: { ...kchat.settings.requestLimit, ...requestLimit },
      });
      world.kchat.requests.clear();
      emit(world, { type: "kchat", what: "world" });
      return json(c, kchat.settings);
    })
    .get("/calls", (c) => {
      const { bot, method, since } = c.req.query();
      const calls = world.kchat.calls.filter(
        (call) =>
          (bot === undefined || call.bot === bot) &&
          (method === undefined || call.method === method) &&
          (since === undefined || call.at >= Number(since)),
      );
      return c.json({ calls });
    });
}
