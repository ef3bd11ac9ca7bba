import type { Update } from "grammy/types";
import { z } from "zod";

// Only what the handlers read is checked, so that Telegram's additions pass; the rest stays as it came.
const whole = z.number().int();
const text = z.string().optional();
const count = whole.min(0).optional();
/** Seconds since 1970, as far as Telegram's numbers reach. */
const date = whole
  .min(0)
  .max(2 ** 32)
  .optional();

const user = z.looseObject({
  id: whole,
  is_bot: z.boolean().optional(),
  first_name: z.string(),
  last_name: text,
  username: text,
  language_code: text,
});
const chat = z.looseObject({
  id: whole,
  type: z.enum(["private", "group", "supergroup", "channel"]),
  title: text,
  is_forum: z.boolean().optional(),
});
const entities = z
  .array(z.looseObject({ type: z.string(), offset: whole, length: whole, url: text, language: text }))
  .optional();
const file = z.looseObject({
  file_id: z.string().min(1),
  file_size: count,
  file_name: text,
  mime_type: text,
  duration: z.number().min(0).optional(),
  width: count,
  height: count,
  length: count,
  emoji: text,
});
const location = z.looseObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});
const titled = z.looseObject({ title: text }).optional();

const senderChat = z.looseObject({ id: whole, type: text, title: text, username: text });

const message = z.looseObject({
  message_id: whole,
  date,
  edit_date: date,
  message_thread_id: whole.optional(),
  is_topic_message: z.boolean().optional(),
  chat,
  from: user.optional(),
  sender_chat: senderChat.optional(),
  forward_origin: z
    .looseObject({
      type: z.string(),
      sender_user: user.optional(),
      sender_user_name: text,
      sender_chat: senderChat.optional(),
      chat: senderChat.optional(),
    })
    .optional(),
  new_chat_members: z.array(user).optional(),
  left_chat_member: user.optional(),
  new_chat_title: text,
  is_automatic_forward: z.boolean().optional(),
  reply_to_message: z.looseObject({ message_id: whole }).optional(),
  media_group_id: z.string().max(64).optional(),
  text,
  entities,
  caption: text,
  caption_entities: entities,
  photo: z.array(file).optional(),
  animation: file.optional(),
  document: file.optional(),
  voice: file.optional(),
  audio: file.optional(),
  video: file.optional(),
  video_note: file.optional(),
  sticker: file.optional(),
  location: location.optional(),
  venue: z.looseObject({ location, title: text, address: text }).optional(),
  contact: z.looseObject({ phone_number: z.string(), first_name: z.string(), last_name: text }).optional(),
  poll: z
    .looseObject({ question: z.string(), options: z.array(z.looseObject({ text: z.string() })).optional() })
    .optional(),
  dice: z.looseObject({ emoji: z.string(), value: whole }).optional(),
  game: titled,
  invoice: titled,
  checklist: titled,
  migrate_to_chat_id: whole.optional(),
  migrate_from_chat_id: whole.optional(),
});

const membership = z.looseObject({
  chat,
  from: user,
  date,
  new_chat_member: z.looseObject({ status: z.string(), user: user.optional() }),
});

const known = z.looseObject({
  message: message.optional(),
  edited_message: message.optional(),
  channel_post: message.optional(),
  edited_channel_post: message.optional(),
  callback_query: z
    .looseObject({
      id: z.string(),
      from: user,
      data: text,
      message: z.looseObject({ message_id: whole, chat }).optional(),
    })
    .optional(),
  my_chat_member: membership.optional(),
  chat_member: membership.optional(),
  message_reaction: z
    .looseObject({
      chat,
      message_id: whole,
      user: user.optional(),
      new_reaction: z.array(z.looseObject({ type: z.string(), emoji: text })),
    })
    .optional(),
});

/** Without these a message says neither who wrote it nor where. */
const needed = new Set([
  ...["message_id", "chat", "from", "sender_chat", "message_thread_id", "is_topic_message"],
]);

/**
 * A stored update in the shape that the handlers rely on, or the name of the first field that is not so. A message
 * with content that cannot be read keeps the rest, so that it is told of and not lost.
 */
export function checkUpdate(payload: unknown): { ok: true; update: Update } | { ok: false; field: string } {
  const first = known.safeParse(payload);
  if (first.success) return { ok: true, update: payload as Update };
  const field = first.error.issues[0]?.path.join(".") ?? "";
  const paths = first.error.issues.map(({ path }) => path.map(String));
  if (!paths.every(([kind, part]) => /message$|post$/.test(kind ?? "") && part && !needed.has(part)))
    return { ok: false, field };
  const update = structuredClone(payload) as Record<string, Record<string, unknown>>;
  for (const [kind = "", part = ""] of paths) {
    const message = update[kind];
    if (!message) continue;
    delete message[part];
    message.unreadable = true;
  }
  return known.safeParse(update).success
    ? { ok: true, update: update as unknown as Update }
    : { ok: false, field };
}
