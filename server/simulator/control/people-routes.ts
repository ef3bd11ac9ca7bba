import { randomBytes, randomInt } from "node:crypto";
import { Hono } from "hono";
import { z } from "zod";
import { setBlocked } from "../world/members";
import { openPrivateRoom } from "../world/rooms";
import { type Bot, emit, type World } from "../world/world";
import { signInitData } from "./init-data";
import { botById, personById } from "./look-up";
import { readBody } from "./problem";

const botSchema = z.strictObject({
  id: z.number().int().positive().optional(),
  username: z.string().regex(/^\w{3,32}$/),
  firstName: z.string().min(1),
  token: z
    .string()
    .regex(/^\d+:[\w-]+$/)
    .optional(),
  readsAllMessages: z.boolean().default(false),
});

const userSchema = z.strictObject({
  id: z.number().int().positive().optional(),
  firstName: z.string().min(1),
  lastName: z.string().optional(),
  username: z.string().optional(),
  languageCode: z.string().optional(),
  isPremium: z.boolean().optional(),
  deactivated: z.boolean().optional(),
});

/** Adds a bot, or replaces name and token of the one with this id. */
export function addBot(world: World, input: z.input<typeof botSchema>): Bot {
  const id = input.id ?? (Number(input.token?.split(":")[0]) || randomInt(7_100_000_000, 7_900_000_000));
  const token = input.token ?? `${id}:${randomBytes(26).toString("base64url").slice(0, 35)}`;
  const before = world.state.bots.get(id);
  const bot: Bot = {
    queue: [],
    // Telegram starts the numbering anywhere.
    nextUpdateId: randomInt(100_000_000, 900_000_000),
    nextMessageId: 1,
    allowedUpdates: [],
    webhook: null,
    commands: {},
    menuButtons: {},
    readsAllMessages: input.readsAllMessages ?? false,
    ...before,
    token,
    user: { id, is_bot: true, first_name: input.firstName, username: input.username },
  };
  if (before) world.botsByToken.delete(before.token);
  world.state.bots.set(id, bot);
  world.botsByToken.set(token, bot);
  emit(world, { type: "world", what: "bot", bot: id });
  return bot;
}

/** Adds a person, or replaces what is known about the one with this id; returns their id. */
export function addUser(world: World, input: z.input<typeof userSchema>): number {
  const id = input.id ?? randomInt(100_000_000, 999_999_999);
  world.state.users.set(id, {
    id,
    is_bot: false,
    first_name: input.firstName,
    ...(input.lastName && { last_name: input.lastName }),
    ...(input.username && { username: input.username }),
    ...(input.languageCode && { language_code: input.languageCode }),
    ...(input.isPremium && { is_premium: true }),
    ...(input.deactivated && { deactivated: true }),
  });
  emit(world, { type: "world", what: "user", user: id });
  return id;
}

/** Bots and people: adding, blocking, and the Mini App's init data. */
export function peopleRoutes(world: World): Hono {
  return new Hono()
    .post("/bots", async (c) => {
      const bot = addBot(world, await readBody(c, botSchema));
      return c.json({ ...bot.user, token: bot.token }, 201);
    })
    .post("/users", async (c) => {
      const id = addUser(world, await readBody(c, userSchema));
      return c.json(world.state.users.get(id) ?? null, 201);
    })
    .post("/blocks", async (c) => {
      const schema = z.strictObject({
        user: z.number(),
        bot: z.number(),
        blocked: z.boolean().default(true),
      });
      const input = await readBody(c, schema);
      const bot = botById(world, input.bot);
      const person = personById(world, input.user);
      setBlocked(world, openPrivateRoom(world, bot.user.id, person), bot, person, input.blocked);
      return c.json({ blocked: input.blocked });
    })
    .post("/init-data", async (c) => {
      const schema = z.strictObject({
        user: z.number(),
        bot: z.number(),
        startParam: z.string().optional(),
        ageSeconds: z.number().optional(),
      });
      const input = await readBody(c, schema);
      const initData = signInitData(botById(world, input.bot), personById(world, input.user), input);
      return c.json({ initData });
    });
}
