import { AbsentFile } from "@/components/chat/attachments/absent-file";
import { Album } from "@/components/chat/attachments/album";
import { AudioPlayer } from "@/components/chat/attachments/audio-player";
import { ChatPicture } from "@/components/chat/attachments/chat-picture";
import { ContactCard } from "@/components/chat/attachments/contact-card";
import { DocumentRow } from "@/components/chat/attachments/document-row";
import { MovingPicture } from "@/components/chat/attachments/moving-picture";
import { PlaceCard } from "@/components/chat/attachments/place-card";
import { RoundVideo } from "@/components/chat/attachments/round-video";
import { Transcript } from "@/components/chat/attachments/transcript";
import { useChatTexts } from "@/components/chat/chat-texts";
import type { AttachmentView } from "@/server/domain/files/schema";

type AttachmentsProps = {
  attachments: AttachmentView[];
  /** Pictures that this page holds of them, by place; they stand until the server's are here. */
  previews?: readonly (string | null)[];
  onLook(pictures: AttachmentView[], at: number): void;
};

const PICTURES: ReadonlySet<string> = new Set(["photo", "video", "animation"]);

function isPicture({ kind, state, url }: AttachmentView): boolean {
  return PICTURES.has(kind) && state === "ready" && url !== null;
}

/** Everything a message carries beside its words: pictures together, the rest one below the other. */
export function Attachments({ attachments, previews, onLook }: AttachmentsProps) {
  const pictures = attachments.filter(isPicture);
  const others = attachments.filter((attachment) => !isPicture(attachment));
  return (
    <div className="chat-attachments">
      {pictures.length > 0 && (
        <Album
          pictures={pictures}
          previews={pictures.map((picture) => previews?.[attachments.indexOf(picture)] ?? null)}
          onOpen={(at) => onLook(pictures, at)}
        />
      )}
      {others.map((attachment) => (
        <Other key={attachment.id} attachment={attachment} />
      ))}
    </div>
  );
}

function Other({ attachment }: { attachment: AttachmentView }) {
  const { t } = useChatTexts();
  const { kind, url, thumbnailUrl, mimeType, details } = attachment;
  if (kind === "location") return <PlaceCard attachment={attachment} />;
  if (kind === "contact") return <ContactCard attachment={attachment} />;
  if (attachment.state !== "ready" || url === null) return <AbsentFile attachment={attachment} />;
  switch (kind) {
    case "voice":
    case "audio":
      return (
        <>
          <AudioPlayer attachment={{ ...attachment, url }} />
          <Transcript attachmentId={attachment.id} transcript={attachment.transcript} />
        </>
      );
    case "video_note":
      return (
        <>
          <RoundVideo attachment={{ ...attachment, url }} />
          <Transcript attachmentId={attachment.id} transcript={attachment.transcript} />
        </>
      );
    case "sticker": {
      const label = [t("sticker"), details.emoji].filter(Boolean).join(" ");
      if (mimeType?.startsWith("video/"))
        return <MovingPicture src={url} poster={thumbnailUrl} label={label} className="chat-sticker" />;
      if (mimeType?.startsWith("image/"))
        return <ChatPicture src={url} alt={label} className="chat-sticker" />;
      // Telegram's vector animations are drawn by nobody else; their emoji says what they mean.
      return (
        <span role="img" aria-label={label} className="block px-1 text-7xl leading-none">
          {details.emoji ?? "🖼"}
        </span>
      );
    }
    default:
      return <DocumentRow attachment={attachment} />;
  }
}
