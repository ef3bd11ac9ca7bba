import { Download, Pause, Play } from "lucide-react";
import { useSyncExternalStore } from "react";
import { DownloadLink } from "@/components/chat/attachments/download-link";
import { formatDuration } from "@/components/chat/attachments/format-duration";
import { playAudio } from "@/components/chat/attachments/play-audio";
import { useChatTexts } from "@/components/chat/chat-texts";
import type { AttachmentView } from "@/server/domain/files/schema";

/** A voice message or a piece of music; it goes on while the reader scrolls, and only one plays at a time. */
export function AudioPlayer({ attachment }: { attachment: AttachmentView & { url: string } }) {
  const { t } = useChatTexts();
  const { kind, url, fileName, details } = attachment;
  const key = String(attachment.id);
  const current = useSyncExternalStore(playAudio.subscribe, playAudio.current, playAudio.idle);
  const mine = current.key === key ? current : playAudio.idle();
  const duration = mine.duration || details.durationSeconds || 0;
  const title = kind === "voice" ? t("voice") : (details.title ?? fileName ?? t("audio"));
  const left = formatDuration(duration - mine.position);
  const Icon = mine.isPlaying ? Pause : Play;
  return (
    <fieldset aria-label={`${title}, ${formatDuration(duration)}`} className="chat-player">
      <button
        type="button"
        aria-label={t(mine.isPlaying ? "pause" : "play")}
        className="chat-player-button"
        onClick={() => playAudio.toggle(key, url)}
      >
        <Icon aria-hidden="true" className="size-5" fill="currentColor" strokeWidth={1.5} />
      </button>
      <div className="min-w-0 flex-1">
        {kind === "audio" && (
          <p dir="auto" className="truncate text-sm font-medium">
            {title}
          </p>
        )}
        <input
          type="range"
          aria-label={t("position")}
          aria-valuetext={formatDuration(mine.position)}
          className="chat-seek"
          style={{ "--share": duration > 0 ? Math.min(1, mine.position / duration) : 0 } as object}
          min={0}
          max={Math.max(duration, 1)}
          step={0.1}
          value={Math.min(mine.position, Math.max(duration, 1))}
          disabled={current.key !== key}
          onChange={({ target }) => playAudio.seek(key, Number(target.value))}
        />
        <p className="text-xs tabular-nums opacity-85">
          {mine.hasFailed ? <span role="alert">{t("cannotPlay")}</span> : left}
        </p>
      </div>
      {(mine.hasFailed || kind === "audio") && (
        <DownloadLink attachment={attachment} className="chat-icon-button">
          <Download aria-hidden="true" className="size-4.5" />
        </DownloadLink>
      )}
    </fieldset>
  );
}
