import { Play } from "lucide-react";
import { albumRows } from "@/components/chat/attachments/album-rows";
import { ChatPicture } from "@/components/chat/attachments/chat-picture";
import { formatDuration } from "@/components/chat/attachments/format-duration";
import { MovingPicture } from "@/components/chat/attachments/moving-picture";
import { useChatTexts } from "@/components/chat/chat-texts";
import type { AttachmentView } from "@/server/domain/files/schema";

type AlbumProps = {
  pictures: AttachmentView[];
  /** Stand-ins by place, shown until the picture itself has loaded. */
  previews: readonly (string | null)[];
  onOpen(at: number): void;
};

/** Narrower than this a picture would be no target for a thumb, in px. */
const NARROWEST = 160;

function ratioOf({ details: { width, height } }: AttachmentView): number | null {
  return width && height ? width / height : null;
}

/** Photos, videos and animations of a message as one tidy block; each opens large. */
export function Album({ pictures, previews, onOpen }: AlbumProps) {
  const { t } = useChatTexts();
  const rows = albumRows(pictures.map(ratioOf));
  const [only] = pictures.length === 1 ? pictures : [];
  const width = only?.details.width ? Math.max(only.details.width, NARROWEST) : Infinity;
  return (
    <div className="chat-album" style={width < Infinity ? { width: `min(${width}px, 21rem)` } : undefined}>
      {rows.map(({ aspect, items }) => (
        <div key={items[0]?.index} className="chat-album-row" style={{ aspectRatio: aspect }}>
          {items.map(({ index, grow }) => {
            const picture = pictures[index];
            return (
              picture && (
                <button
                  key={picture.id}
                  type="button"
                  aria-haspopup="dialog"
                  aria-label={t("openPicture", {
                    kind: t(picture.kind),
                    number: index + 1,
                    count: pictures.length,
                  })}
                  className="chat-tile"
                  style={{ flexGrow: grow }}
                  onClick={() => onOpen(index)}
                >
                  <Tile picture={picture} preview={previews[index] ?? null} />
                </button>
              )
            );
          })}
        </div>
      ))}
    </div>
  );
}

function Tile({ picture, preview }: { picture: AttachmentView; preview: string | null }) {
  const { kind, url, thumbnailUrl, details } = picture;
  const look = "size-full object-cover";
  if (kind === "animation" && url && picture.mimeType?.startsWith("video/"))
    return <MovingPicture src={url} poster={thumbnailUrl} label="" className={look} />;
  const still = thumbnailUrl ?? (kind === "video" ? null : url);
  return (
    <>
      {still ? (
        <ChatPicture
          src={still}
          alt=""
          className={look}
          style={preview ? { background: `url("${preview}") center / cover` } : undefined}
        />
      ) : (
        // The first frame stands in for a picture that nobody made.
        <video src={`${url}#t=0.1`} className={look} muted playsInline preload="metadata" tabIndex={-1} />
      )}
      {kind === "video" && (
        <span className="chat-tile-play">
          <Play aria-hidden="true" className="ms-0.5 size-6" fill="currentColor" />
          {details.durationSeconds !== undefined && (
            <span className="chat-tile-time">{formatDuration(details.durationSeconds)}</span>
          )}
        </span>
      )}
    </>
  );
}
