import type { Message } from "grammy/types";
import type { AttachmentDetails, AttachmentDraft } from "@/server/domain/files/schema";

/** The file kinds that a message carries under their own name; a GIF comes as a document too, so it stands first. */
const fileKinds = ["animation", "document", "voice", "audio", "video", "video_note", "sticker"] as const;

/** The file, place or contact that a message carries; at most one, albums are several messages. */
export function readAttachments(message: Message): AttachmentDraft[] {
  // The sizes grow, but nobody promises it.
  const photo = message.photo?.toSorted((one, other) => one.width - other.width).at(-1);
  if (photo) {
    const { width, height } = photo;
    return [
      {
        kind: "photo",
        externalFileId: photo.file_id,
        sizeBytes: photo.file_size,
        details: { width, height },
      },
    ];
  }
  for (const kind of fileKinds) {
    if (message[kind]) return [readFile(kind, message)];
  }
  return readPlace(message) ?? readContact(message) ?? [];
}

function readFile(kind: (typeof fileKinds)[number], message: Message): AttachmentDraft {
  const file: Record<string, unknown> & { file_id?: string } = { ...message[kind] };
  const given = <Value>(name: string) => file[name] as Value | undefined;
  // A video note is a square of `length` pixels.
  const side = kind === "video_note" ? given<number>("length") : undefined;
  return {
    kind,
    externalFileId: file.file_id,
    sizeBytes: given("file_size"),
    fileName: given<string>("file_name")?.replaceAll("\u0000", ""),
    mimeType: given<string>("mime_type")?.replaceAll("\u0000", ""),
    details: withoutGaps({
      durationSeconds: given("duration"),
      width: side ?? given("width"),
      height: side ?? given("height"),
      emoji: given("emoji"),
    }),
  };
}

function readPlace({ venue, location }: Message): AttachmentDraft[] | undefined {
  const place = venue?.location ?? location;
  if (!place) return undefined;
  const { latitude, longitude } = place;
  const details = withoutGaps({ latitude, longitude, title: venue?.title, address: venue?.address });
  return [{ kind: "location", details }];
}

function readContact({ contact }: Message): AttachmentDraft[] | undefined {
  if (!contact) return undefined;
  const { phone_number: phoneNumber, first_name: firstName, last_name: lastName } = contact;
  return [{ kind: "contact", details: withoutGaps({ phoneNumber, firstName, lastName }) }];
}

function withoutGaps(details: AttachmentDetails): AttachmentDetails {
  return Object.fromEntries(
    Object.entries(details)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, typeof value === "string" ? value.replaceAll("\u0000", "") : value]),
  );
}
