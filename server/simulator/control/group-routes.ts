import { Hono } from "hono";
import { z } from "zod";
import { findUser, setMember } from "../world/members";
import { addGroup, addMessage } from "../world/rooms";
import type { User } from "../world/telegram-objects";
import { createTopic, deleteTopic, editTopic, setTopicClosed } from "../world/topics";
import { announceMessage } from "../world/updates";
import { emit, type Member, type Room, type World } from "../world/world";
import { groupById, topicById } from "./look-up";
import { Problem, readBody } from "./problem";

const memberSchema = z.strictObject({
  /** A person's or a bot's id. */
  user: z.number().int(),
  status: z.enum(["creator", "administrator", "member", "restricted", "left", "kicked"]).default("member"),
  rights: z.record(z.string(), z.boolean()).default({}),
});

const groupSchema = z.strictObject({
  id: z.number().int().negative().optional(),
  title: z.string().min(1),
  type: z.enum(["group", "supergroup", "channel"]).default("supergroup"),
  forum: z.boolean().default(false),
  username: z.string().optional(),
  members: z.array(memberSchema).default([]),
});

function someone(world: World, id: number): User {
  const user = findUser(world, id);
  if (!user) throw new Problem(404, `no user or bot ${id}`);
  return user;
}

/** Who acts when nobody is named: the group's creator, else an admin, else anybody in it. */
function actor(world: World, room: Room, by: number | undefined): User {
  if (by !== undefined) return someone(world, by);
  const order = ["creator", "administrator", "member"];
  const people = [...room.members.values()].filter((member) => world.state.users.has(member.userId));
  const member = order.map((status) => people.find((one) => one.status === status)).find(Boolean);
  if (!member) throw new Problem(409, "nobody is in the group to do this; name one in `by`");
  return someone(world, member.userId);
}

/** Adds a group or channel with its members; they count as having been there from the start. */
export function createGroup(world: World, input: z.input<typeof groupSchema>): Room {
  const { id, title, type, forum, username, members } = groupSchema.parse(input);
  if (id !== undefined && world.state.rooms.has(String(id))) throw new Problem(409, `chat ${id} exists`);
  const room = addGroup(world, {
    id,
    type: forum ? "supergroup" : type,
    title,
    ...(username && { username }),
    ...(forum && { is_forum: true }),
  });
  for (const { user, status, rights } of members) {
    room.members.set(someone(world, user).id, { userId: user, status, rights });
  }
  emit(world, { type: "chat", chat: room.chat.id, change: "created", object: room.chat });
  return room;
}

/** Turns a basic group into a supergroup with a new id; both get Telegram's service messages. */
function upgrade(world: World, room: Room, by: User, forum: boolean): Room {
  if (room.chat.type !== "group" || room.migratedTo !== null)
    throw new Problem(409, "only a basic group can be upgraded");
  const next = addGroup(world, {
    type: "supergroup",
    title: room.chat.title,
    ...(forum && { is_forum: true }),
  });
  for (const [id, member] of room.members) next.members.set(id, structuredClone(member) as Member);
  const goodbye = addMessage(world, room, { from: by, migrate_to_chat_id: next.chat.id });
  announceMessage(world, room, goodbye);
  room.migratedTo = next.chat.id;
  announceMessage(world, next, addMessage(world, next, { from: by, migrate_from_chat_id: room.chat.id }));
  emit(world, { type: "chat", chat: room.chat.id, change: "upgraded", migratedTo: next.chat.id });
  return next;
}

const topicShape = { chat: z.number().int(), by: z.number().int().optional() };
const topicSchema = z.strictObject({ ...topicShape, topic: z.number().int() });
const newTopicSchema = z.strictObject({
  ...topicShape,
  name: z.string().min(1).max(128),
  iconColor: z.number().optional(),
});
const editTopicSchema = topicSchema.extend({
  name: z.string().min(1).max(128).optional(),
  iconCustomEmojiId: z.string().optional(),
});

/** Groups, their members and rights, and topics as people manage them. */
export function groupRoutes(world: World): Hono {
  const group = (id: string) => groupById(world, Number(id));
  return new Hono()
    .post("/groups", async (c) => c.json(createGroup(world, await readBody(c, groupSchema)).chat, 201))
    .post("/groups/:id/members", async (c) => {
      const input = await readBody(c, memberSchema.extend({ by: z.number().optional() }));
      const room = group(c.req.param("id"));
      const user = someone(world, input.user);
      setMember(world, room, user, input.by === undefined ? user : someone(world, input.by), input);
      return c.json({ status: input.status });
    })
    .post("/groups/:id/rights", async (c) => {
      const input = await readBody(
        c,
        memberSchema.extend({
          status: memberSchema.shape.status.unwrap().optional(),
          by: z.number().optional(),
        }),
      );
      const room = group(c.req.param("id"));
      const user = someone(world, input.user);
      const { by, rights, status = "administrator" } = input;
      setMember(world, room, user, actor(world, room, by), { status, rights });
      return c.json({ status, rights });
    })
    .post("/groups/:id/kick", async (c) => {
      const input = await readBody(c, z.strictObject({ user: z.number(), by: z.number().optional() }));
      const room = group(c.req.param("id"));
      setMember(world, room, someone(world, input.user), actor(world, room, input.by), { status: "kicked" });
      return c.json({ status: "kicked" });
    })
    .post("/groups/:id/upgrade", async (c) => {
      const input = await readBody(
        c,
        z.strictObject({ by: z.number().optional(), forum: z.boolean().default(false) }),
      );
      const room = group(c.req.param("id"));
      return c.json(upgrade(world, room, actor(world, room, input.by), input.forum).chat);
    })
    .post("/topics/create", async (c) => {
      const input = await readBody(c, newTopicSchema);
      const room = groupById(world, input.chat);
      if (!room.chat.is_forum) throw new Problem(409, "the chat is not a forum");
      return c.json(createTopic(world, room, actor(world, room, input.by), input), 201);
    })
    .post("/topics/edit", async (c) => {
      const input = await readBody(c, editTopicSchema);
      const room = groupById(world, input.chat);
      const topic = topicById(room, input.topic);
      const changed = editTopic(world, room, topic, actor(world, room, input.by), input);
      return c.json({ changed, topic });
    })
    .post("/topics/:action{close|reopen}", async (c) => {
      const input = await readBody(c, topicSchema);
      const room = groupById(world, input.chat);
      const topic = topicById(room, input.topic);
      const closed = c.req.param("action") === "close";
      const changed = setTopicClosed(world, room, topic, actor(world, room, input.by), closed);
      return c.json({ changed, topic });
    })
    .post("/topics/delete", async (c) => {
      const input = await readBody(c, topicSchema);
      const room = groupById(world, input.chat);
      deleteTopic(world, room, topicById(room, input.topic));
      return c.json({ deleted: true });
    });
}
