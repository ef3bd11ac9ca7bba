import { RotateCw, X } from "lucide-react";
import { useId } from "react";
import { ChatPicture } from "@/components/chat/attachments/chat-picture";
import { FileBadge } from "@/components/chat/attachments/file-badge";
import { useChatTexts } from "@/components/chat/chat-texts";
import type { Upload } from "@/components/chat/uploads/upload";
import { uploadWords } from "@/components/chat/uploads/upload-words";

type TrayItemProps = { upload: Upload; onRemove(): void; onRetry(): void };

/** A chosen file: its picture or kind, how far it is, and what went wrong with it in words. */
export function TrayItem({ upload, onRemove, onRetry }: TrayItemProps) {
  const texts = useChatTexts();
  const { t, size } = texts;
  const id = useId();
  const { name, state, trouble } = upload;
  const isRunning = state === "uploading" || state === "queued";
  return (
    <li className="chat-tray-item" data-state={state}>
      {upload.previewUrl ? (
        <ChatPicture src={upload.previewUrl} alt="" className="size-11 shrink-0 rounded-xl object-cover" />
      ) : (
        <FileBadge name={name} kind={upload.kind} />
      )}
      <div className="min-w-0 flex-1">
        <p id={id} dir="auto" className="truncate text-[13px] font-medium" title={name}>
          {name}
        </p>
        <p
          role={trouble ? "alert" : undefined}
          className={`text-xs leading-snug ${trouble ? "text-(--chat-danger)" : "text-(--chat-muted)"}`}
        >
          {trouble === "tooLarge" || trouble === "empty" ? "" : `${size(upload.sizeBytes)} · `}
          {uploadWords(upload, texts)}
        </p>
        {isRunning && (
          <progress aria-labelledby={id} className="chat-progress" max={1} value={upload.progress} />
        )}
      </div>
      {state === "failed" && (
        <button
          type="button"
          aria-describedby={id}
          className="chat-link-button text-[13px] text-(--chat-link)"
          onClick={onRetry}
        >
          <RotateCw aria-hidden="true" className="size-3.5" />
          {t("retry")}
        </button>
      )}
      <button
        type="button"
        aria-label={t(isRunning ? "cancelUpload" : "remove", { name })}
        className="chat-icon-button"
        onClick={onRemove}
      >
        <X aria-hidden="true" className="size-4.5" />
      </button>
    </li>
  );
}
