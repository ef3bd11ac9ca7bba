import { FileText, Image, MapPin, Mic, Music, Sticker, UserRound, Video } from "lucide-react";
import { useTranslations } from "next-intl";
import { ChatPicture } from "@/components/chat/attachments/chat-picture";
import type { AttachmentView } from "@/server/domain/files/schema";

const icons = {
  photo: Image,
  video: Video,
  video_note: Video,
  animation: Video,
  voice: Mic,
  audio: Music,
  document: FileText,
  sticker: Sticker,
  location: MapPin,
  contact: UserRound,
} as const;

/** Files that people name; what is recorded has only the name that a program gave it. */
function isNamed(kind: AttachmentView["kind"]): boolean {
  return kind === "document" || kind === "audio" || kind === "video";
}

/** What a message carries, in a line: small pictures, and the rest by name. */
export function AttachmentChips({ attachments }: { attachments: AttachmentView[] }) {
  const t = useTranslations("Hub");
  if (attachments.length === 0) return null;
  return (
    <ul className="mt-1.5 flex flex-wrap gap-1.5">
      {attachments.map(({ id, kind, thumbnailUrl, fileName, details }) => {
        const Icon = icons[kind];
        const name = details.emoji ?? details.title ?? (isNamed(kind) ? fileName : null) ?? t(`file_${kind}`);
        return (
          <li key={id} title={name} className="max-w-full">
            {thumbnailUrl ? (
              <ChatPicture
                src={thumbnailUrl}
                alt={name}
                loading="lazy"
                className="size-14 rounded-lg border border-border object-cover"
              />
            ) : (
              <span className="inline-flex h-7 max-w-60 items-center gap-1.5 rounded-lg bg-muted px-2 text-xs text-muted-foreground">
                <Icon aria-hidden className="size-3.5 shrink-0" />
                <span className="truncate">{name}</span>
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
