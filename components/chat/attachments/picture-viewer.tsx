import { ChevronLeft, ChevronRight, Download, X } from "lucide-react";
import { useEffect, useState } from "react";
import { DownloadLink } from "@/components/chat/attachments/download-link";
import { ZoomablePicture } from "@/components/chat/attachments/zoomable-picture";
import { useChatTexts } from "@/components/chat/chat-texts";
import { useDialog } from "@/components/chat/use-dialog";
import type { AttachmentView } from "@/server/domain/files/schema";

type PictureViewerProps = { pictures: AttachmentView[]; at: number; onClose(): void };

/** The pictures and videos of a message over the whole page: arrows or a swipe lead through, Escape or Back out. */
export function PictureViewer({ pictures, at, onClose }: PictureViewerProps) {
  const { t } = useChatTexts();
  const dialog = useDialog(onClose);
  const [place, setPlace] = useState(at);
  const picture = pictures[place];
  const go = (by: number) => setPlace((before) => Math.min(pictures.length - 1, Math.max(0, before + by)));

  // The neighbours are fetched while this one is looked at.
  useEffect(() => {
    for (const neighbour of [pictures[place + 1], pictures[place - 1]]) {
      if (neighbour?.kind === "photo" && neighbour.url) new Image().src = neighbour.url;
    }
  }, [pictures, place]);

  // Not its first button, which would look chosen.
  useEffect(() => dialog.current?.focus(), [dialog]);

  if (!picture?.url) return null;
  const label = `${t(picture.kind)} ${t("picturePlace", { number: place + 1, count: pictures.length })}`;
  const isVideo = picture.mimeType?.startsWith("video/");
  return (
    <dialog
      ref={dialog}
      className="chat-viewer"
      tabIndex={-1}
      aria-label={t("viewer")}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={({ key, target }) => {
        if (key === "Escape") onClose();
        // In a video the arrows wind.
        if (target instanceof HTMLVideoElement) return;
        if (key === "ArrowRight") go(1);
        if (key === "ArrowLeft") go(-1);
      }}
    >
      <div className="chat-viewer-bar">
        <p role="status" className="flex-1 ps-2 text-sm tabular-nums">
          {pictures.length > 1 && t("picturePlace", { number: place + 1, count: pictures.length })}
        </p>
        <DownloadLink attachment={picture} className="chat-viewer-button">
          <Download aria-hidden="true" className="size-5" />
        </DownloadLink>
        <button type="button" aria-label={t("close")} className="chat-viewer-button" onClick={onClose}>
          <X aria-hidden="true" className="size-6" />
        </button>
      </div>
      <div className="chat-viewer-stage">
        {isVideo ? (
          <video
            key={picture.id}
            src={picture.url}
            poster={picture.thumbnailUrl ?? undefined}
            aria-label={label}
            className="max-h-full max-w-full"
            controls
            autoPlay
            playsInline
            loop={picture.kind === "animation"}
          >
            <track kind="captions" />
          </video>
        ) : (
          <ZoomablePicture
            key={picture.id}
            src={picture.url}
            preview={picture.thumbnailUrl}
            alt={label}
            size={picture.details}
            onSwipe={go}
            onClose={onClose}
          />
        )}
      </div>
      {place > 0 && (
        <button
          type="button"
          aria-label={t("previous")}
          className="chat-viewer-button chat-viewer-turn start-2"
          onClick={() => go(-1)}
        >
          <ChevronLeft aria-hidden="true" className="size-7" />
        </button>
      )}
      {place < pictures.length - 1 && (
        <button
          type="button"
          aria-label={t("next")}
          className="chat-viewer-button chat-viewer-turn end-2"
          onClick={() => go(1)}
        >
          <ChevronRight aria-hidden="true" className="size-7" />
        </button>
      )}
    </dialog>
  );
}
