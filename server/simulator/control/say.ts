import { randomInt } from "node:crypto";
import { z } from "zod";
import { withSpokenWords } from "../speech/spoken-words";
import { findEntities } from "../telegram/format-text";
import { storeFile } from "../world/files";
import { mediaContent } from "../world/media-content";
import { setBlocked } from "../world/members";
import { addMessage, GROUP_ANONYMOUS_BOT, quoted, threadFields } from "../world/rooms";
import { SAMPLE_FILES } from "../world/sample-files";
import type { Entity, Message, User } from "../world/telegram-objects";
import { announceMessage } from "../world/updates";
import type { Room, World } from "../world/world";
import { botById, messageById, personById, placeOf, topicById } from "./look-up";
import { Problem } from "./problem";

const MEDIA_KINDS = [
  "photo",
  "document",
  "voice",
  "audio",
  "video",
  "video_note",
  "animation",
  "sticker",
] as const;

const fileSchema = z.strictObject({
  /** Content; without it a small valid sample of the kind is used. */
  base64: z.base64().optional(),
  /** Of a recording: what is said in it; "" for silence. */
  words: z.string().max(100_000).optional(),
  name: z.string().optional(),
  mime: z.string().optional(),
  /** Seconds. */
  duration: z.number().optional(),
  emoji: z.string().optional(),
});

const entitySchema = z.looseObject({ type: z.string(), offset: z.number().int(), length: z.number().int() });

const contentShape = {
  text: z.string().min(1).max(4096).optional(),
  entities: z.array(entitySchema).optional(),
  caption: z.string().max(1024).optional(),
  photo: fileSchema.optional(),
  document: fileSchema.optional(),
  voice: fileSchema.optional(),
  audio: fileSchema.optional(),
  video: fileSchema.optional(),
  video_note: fileSchema.optional(),
  animation: fileSchema.optional(),
  sticker: fileSchema.optional(),
  location: z.strictObject({ latitude: z.number(), longitude: z.number() }).optional(),
  contact: z
    .strictObject({
      phone_number: z.string(),
      first_name: z.string(),
      last_name: z.string().optional(),
      user_id: z.number().optional(),
    })
    .optional(),
  venue: z
    .strictObject({ latitude: z.number(), longitude: z.number(), title: z.string(), address: z.string() })
    .optional(),
  poll: z.strictObject({ question: z.string().min(1), options: z.array(z.string()).min(2) }).optional(),
};

/** What a person says and where; `chat` is a group, `bot` a private chat. */
export const saySchema = z.strictObject({
  from: z.number().int(),
  chat: z.number().int().optional(),
  bot: z.number().int().optional(),
  topic: z.number().int().optional(),
  replyTo: z.number().int().optional(),
  /** A user or chat the message was first said by. */
  forwardFrom: z.number().int().optional(),
  /** As an anonymous admin, in the group's own name. */
  anonymous: z.boolean().optional(),
  ...contentShape,
  mediaGroup: z.array(z.strictObject(contentShape)).min(2).max(10).optional(),
});

type Content = z.infer<z.ZodObject<typeof contentShape>>;

function contentOf(world: World, said: Content): Partial<Message> {
  const kind = MEDIA_KINDS.find((one) => said[one] !== undefined);
  const { caption } = said;
  const captionEntities = caption ? findEntities(caption, []) : [];
  const described = {
    ...(caption && { caption }),
    ...(captionEntities.length > 0 && { caption_entities: captionEntities }),
  };
  if (kind) {
    const details = said[kind] ?? {};
    const sample = SAMPLE_FILES[kind];
    const content = details.base64 === undefined ? sample.bytes : Buffer.from(details.base64, "base64");
    const bytes = details.words === undefined ? content : withSpokenWords(content, details.words);
    const file = storeFile(world, kind, {
      bytes,
      name: details.name ?? sample.name,
      mime: details.mime ?? sample.mime,
    });
    return { ...mediaContent(world, kind, file, details), ...described };
  }
  if (said.location) return { location: said.location };
  if (said.contact) return { contact: said.contact };
  if (said.venue) {
    const { latitude, longitude, ...named } = said.venue;
    const location = { latitude, longitude };
    return { venue: { location, ...named }, location };
  }
  if (said.poll) return { poll: pollOf(said.poll) };
  if (said.text === undefined) throw new Problem(400, "say something: text, a file, location or contact");
  const entities = findEntities(said.text, (said.entities ?? []) as Entity[]);
  return { text: said.text, ...(entities.length > 0 && { entities }) };
}

function pollOf({ question, options }: { question: string; options: string[] }) {
  return {
    id: String(randomInt(2 ** 47)),
    question,
    options: options.map((text, index) => ({ persistent_id: String(index), text, voter_count: 0 })),
    total_voter_count: 0,
    is_closed: false,
    is_anonymous: true,
    type: "regular",
    allows_multiple_answers: false,
  };
}

/** Who Telegram says a message is from: a channel speaks for itself, and only its administrators may. */
function senderOf(room: Room, person: User, anonymous = false): Partial<Message> {
  if (room.chat.type === "channel") {
    const status = room.members.get(person.id)?.status;
    if (status !== "creator" && status !== "administrator")
      throw new Problem(409, "only administrators post in a channel");
    return { sender_chat: room.chat };
  }
  if (anonymous && room.botId === null) return { from: GROUP_ANONYMOUS_BOT, sender_chat: room.chat };
  return { from: person };
}

function topicFields(room: Room, topicId: number | undefined, from: number): Partial<Message> {
  if (topicId === undefined || topicId === 1) return {};
  const topic = topicById(room, topicId);
  const status = room.members.get(from)?.status;
  if (topic.closed && status !== "creator" && status !== "administrator") {
    throw new Problem(409, `topic ${topicId} is closed`);
  }
  // What stands in a topic counts as a reply to the message that opened it (Bot API server's implicit reply).
  const opening = room.messages.get(topic.id);
  return { ...threadFields(topic.id), ...(opening && { reply_to_message: quoted(opening) }) };
}

/** Says something as a person; returns the stored messages (several for an album) after telling the bots. */
export function say(world: World, said: z.infer<typeof saySchema>): Message[] {
  const person = personById(world, said.from);
  const room = placeOf(world, person, said);
  if (room.botId !== null) {
    if (room.blocked) setBlocked(world, room, botById(world, room.botId), person, false);
    room.started = true;
  }
  const replied = said.replyTo === undefined ? undefined : messageById(room, said.replyTo);
  const source = said.forwardFrom === undefined ? undefined : personById(world, said.forwardFrom);
  const frame: Partial<Message> = {
    ...senderOf(room, person, said.anonymous),
    ...topicFields(
      room,
      said.topic ?? (replied?.is_topic_message ? replied.message_thread_id : undefined),
      said.from,
    ),
    ...(replied && { reply_to_message: quoted(replied) }),
    ...(replied &&
      room.chat.type === "supergroup" &&
      !room.chat.is_forum && {
        message_thread_id: replied.message_thread_id ?? replied.message_id,
      }),
    ...(source && {
      forward_origin: { type: "user", date: Math.floor(Date.now() / 1000), sender_user: source },
    }),
  };
  const album = said.mediaGroup && { media_group_id: String(randomInt(2 ** 47)) };
  const contents = (said.mediaGroup ?? [said]).map((one) => contentOf(world, one));
  return contents.map((content) => {
    const message = addMessage(world, room, { ...frame, ...album, ...content });
    announceMessage(world, room, message);
    return message;
  });
}
