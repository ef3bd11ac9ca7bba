import { CloudOff, LoaderCircle } from "lucide-react";
import { useChatTexts } from "@/components/chat/chat-texts";
import type { AttachmentView } from "@/server/domain/files/schema";

const REASONS = {
  too_large: "fileTooLargeHere",
  gone: "fileGone",
  refused: "fileRefusedHere",
  day_limit: "fileOverDay",
} as const;

/** In place of a file that is not here yet, or never will be: what it is, and why. */
export function AbsentFile({ attachment }: { attachment: AttachmentView }) {
  const { t, size } = useChatTexts();
  const { state, reason, kind, fileName, sizeBytes } = attachment;
  const isComing = state === "fetching";
  const Icon = isComing ? LoaderCircle : CloudOff;
  return (
    <div className="chat-absent" aria-busy={isComing}>
      <span aria-hidden="true" className="chat-file-badge">
        <Icon className={`size-5.5 ${isComing ? "animate-spin" : ""}`} strokeWidth={1.75} />
      </span>
      <p className="min-w-0 flex-1 leading-snug">
        <span dir="auto" className="block truncate text-sm font-medium">
          {fileName ?? t(kind)}
          {sizeBytes !== null && <span className="font-normal opacity-85"> · {size(sizeBytes)}</span>}
        </span>
        <span className="block text-[13px] opacity-90">
          {isComing ? t("fileFetching") : t(reason ? REASONS[reason] : "fileLost")}
        </span>
      </p>
    </div>
  );
}
