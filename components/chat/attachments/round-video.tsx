import { Play } from "lucide-react";
import { useRef, useState } from "react";
import { formatDuration } from "@/components/chat/attachments/format-duration";
import { useChatTexts } from "@/components/chat/chat-texts";
import type { AttachmentView } from "@/server/domain/files/schema";

/** A round video message: a tap plays it, another stops it, and the ring shows how far it is. */
export function RoundVideo({ attachment }: { attachment: AttachmentView & { url: string } }) {
  const { t } = useChatTexts();
  const { url, thumbnailUrl, details } = attachment;
  const video = useRef<HTMLVideoElement>(null);
  const [isPlaying, setPlaying] = useState(false);
  const [position, setPosition] = useState(0);
  const [length, setLength] = useState(details.durationSeconds ?? 0);
  const share = length > 0 ? Math.min(1, position / length) : 0;
  const toggle = () => {
    if (isPlaying) video.current?.pause();
    else video.current?.play().catch(() => setPlaying(false));
  };
  return (
    <button
      type="button"
      aria-label={`${t("video_note")}, ${formatDuration(length)}`}
      aria-pressed={isPlaying}
      className="chat-round"
      onClick={toggle}
    >
      <video
        ref={video}
        src={thumbnailUrl ? url : `${url}#t=0.1`}
        poster={thumbnailUrl ?? undefined}
        playsInline
        preload="metadata"
        tabIndex={-1}
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onEnded={() => setPosition(0)}
        onTimeUpdate={({ currentTarget: { paused, currentTime } }) => {
          // The first picture is not the beginning of playing.
          if (!paused) setPosition(currentTime);
        }}
        onDurationChange={({ currentTarget: { duration } }) => {
          // A stream without an index says Infinity until it has been read to its end.
          if (Number.isFinite(duration)) setLength(duration);
        }}
      >
        <track kind="captions" />
      </video>
      <svg viewBox="0 0 100 100" aria-hidden="true" className="chat-round-ring">
        <circle cx="50" cy="50" r="48.5" pathLength="1" strokeDasharray={`${share} 1`} />
      </svg>
      {!isPlaying && (
        <span className="chat-tile-play">
          <Play aria-hidden="true" className="ms-0.5 size-6" fill="currentColor" />
        </span>
      )}
      <span className="chat-round-time">{formatDuration(length - position)}</span>
    </button>
  );
}
