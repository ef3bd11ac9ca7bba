import { z } from "zod";
import type { HubMessageType } from "@/prisma/generated/client";
import type { AttachmentDraft } from "@/server/domain/files/schema";
import type { ImportedMessage, ImportedPerson, ImportPlace } from "@/server/domain/messages/import/schema";
import { type ExportedChat, peerId } from "@/server/domain/messages/import/telegram-export/exported-chat";
import { exportedText, readText } from "@/server/domain/messages/import/telegram-export/read-text";
import { zonedMoment } from "@/server/domain/workspaces/zoned-moment";
import { phrase } from "@/server/lib/phrases";

const number = z.number().optional().catch(undefined);
const words = z.string().nullish().catch(null);
/** Telegram Desktop's fields (Telegram/SourceFiles/export/output/export_output_json.cpp); all but id, type and date may lack. */
const messageSchema = z.looseObject({
  id: z.number().int(),
  type: z.enum(["message", "service"]),
  date: z.string(),
  date_unixtime: z.union([z.string(), z.number()]).optional(),
  edited: z.string().optional(),
  edited_unixtime: z.union([z.string(), z.number()]).optional(),
  from: words,
  from_id: z.union([z.string(), z.number()]).nullish(),
  actor: words,
  actor_id: z.union([z.string(), z.number()]).nullish(),
  action: z.string().optional(),
  title: words,
  members: z.array(z.string().nullable()).optional().catch(undefined),
  reply_to_message_id: z.number().int().optional(),
  forwarded_from: words,
  text: exportedText.default(""),
  photo: words,
  file: words,
  file_name: words,
  file_size: number,
  photo_file_size: number,
  media_type: z.string().optional(),
  mime_type: z.string().optional(),
  duration_seconds: number,
  width: number,
  height: number,
  sticker_emoji: z.string().optional(),
  location_information: z.looseObject({ latitude: z.number(), longitude: z.number() }).optional(),
  place_name: z.string().optional(),
  address: z.string().optional(),
  contact_information: z
    .looseObject({ first_name: z.string(), last_name: z.string().optional(), phone_number: z.string() })
    .optional(),
  poll: z.looseObject({ question: exportedText }).optional(),
});
type Exported = z.infer<typeof messageSchema>;

const MEDIA: Record<string, AttachmentDraft["kind"] | undefined> = {
  sticker: "sticker",
  video_message: "video_note",
  voice_message: "voice",
  animation: "animation",
  video_file: "video",
  audio_file: "audio",
};

/** What a message of an export is to the hub; in words why it cannot be taken. */
export function exportedMessage(
  given: unknown,
  { chat, messageId }: ExportedChat,
  place: ImportPlace,
): { ok: true; message: ImportedMessage } | { ok: false; why: string } {
  const read = messageSchema.safeParse(given);
  if (!read.success) {
    const [issue] = read.error.issues;
    return { ok: false, why: `${issue?.path.join(".") || "the message"}: ${issue?.message}` };
  }
  const one = read.data;
  const sentAt = momentOf(one.date_unixtime, one.date, place.timeZone);
  if (!sentAt) return { ok: false, why: `date: “${one.date}” is no date` };
  const editedAt = one.edited ? momentOf(one.edited_unixtime, one.edited, place.timeZone) : null;
  const file = fileOf(one);
  const { text, entities } = one.type === "service" ? serviceText(one, place) : textOf(one);
  return {
    ok: true,
    message: {
      chat,
      sender: senderOf(one),
      draft: {
        externalId: messageId(one.id),
        type: typeOf(one, file),
        text,
        entities,
        attachments: file ? [file] : [],
        isForwarded: one.forwarded_from !== undefined,
        forwardedFrom: one.forwarded_from ?? null,
        replyToExternalId: one.reply_to_message_id === undefined ? null : messageId(one.reply_to_message_id),
        sentAt,
        editedAt,
      },
    },
  };
}

function textOf(one: Exported) {
  const said = readText(one.text);
  if (said.text === "" && one.poll) return readText(one.poll.question);
  return said;
}

/** Seconds since 1970 where they stand; older exports have the computer's wall clock alone, read as the workspace's. */
function momentOf(unix: string | number | undefined, wall: string, timeZone: string): Date | null {
  const seconds = Number(unix);
  if (unix !== undefined && Number.isFinite(seconds) && seconds > 0) return new Date(seconds * 1000);
  const asUtc = Date.parse(`${wall}Z`);
  return Number.isNaN(asUtc) ? null : new Date(zonedMoment(timeZone, asUtc, "first"));
}

function senderOf({ type, from, from_id, actor, actor_id }: Exported): ImportedPerson | null {
  const [name, id] = type === "service" ? [actor, actor_id] : [from, from_id];
  const peer = id === null || id === undefined ? null : peerId(String(id));
  if (!peer) return null;
  // A deleted account has no name any more; nobody is known to stand behind a channel's words.
  return { externalId: peer.externalId, firstName: name ?? "", isBot: peer.isChannel };
}

function typeOf({ type, poll }: Exported, file: AttachmentDraft | null): HubMessageType {
  if (type === "service") return "service";
  if (poll) return "poll";
  return file?.kind ?? "text";
}

function fileOf(one: Exported): AttachmentDraft | null {
  if (one.type === "service") return null;
  const { location_information: where, contact_information: who } = one;
  if (where) {
    const { latitude, longitude } = where;
    const named = {
      ...(one.place_name && { title: one.place_name }),
      ...(one.address && { address: one.address }),
    };
    return { kind: "location", details: { latitude, longitude, ...named } };
  }
  if (who) {
    const { phone_number: phoneNumber, first_name: firstName, last_name: lastName } = who;
    return { kind: "contact", details: { phoneNumber, firstName, ...(lastName && { lastName }) } };
  }
  const { width, height, duration_seconds: durationSeconds } = one;
  const details = {
    ...(width && height && { width, height }),
    ...(durationSeconds !== undefined && { durationSeconds }),
    ...(one.sticker_emoji && { emoji: one.sticker_emoji }),
  };
  if (one.photo) return { kind: "photo", sizeBytes: one.photo_file_size, details };
  if (one.file === undefined && one.media_type === undefined) return null;
  return {
    kind: MEDIA[one.media_type ?? ""] ?? "document",
    fileName: one.file_name ?? nameIn(one.file) ?? undefined,
    mimeType: one.mime_type,
    sizeBytes: one.file_size,
    details,
  };
}

/** The name in the export's folder; what was not exported has a remark in brackets instead. */
function nameIn(path: string | null | undefined): string | null {
  return !path || path.startsWith("(") ? null : (path.split("/").at(-1) ?? null);
}

const ACTIONS: Record<string, string | undefined> = {
  invite_members: "joined",
  join_group_by_link: "joined",
  join_group_by_request: "joined",
  remove_members: "left",
  edit_group_title: "title",
  topic_created: "topic",
  pin_message: "pinned",
  edit_group_photo: "photo",
  delete_group_photo: "photo",
  create_group: "created",
  create_channel: "created",
  migrate_from_group: "moved",
  migrate_to_supergroup: "moved",
  group_call: "call",
  phone_call: "call",
};

function serviceText({ action, actor, members, title }: Exported, { locale }: ImportPlace) {
  const name = members?.filter(Boolean).join(", ") || actor || "";
  const kind = ACTIONS[action ?? ""] ?? "other";
  return { text: phrase(locale, "Bot.service", { kind, name, title: title ?? "" }), entities: [] };
}
