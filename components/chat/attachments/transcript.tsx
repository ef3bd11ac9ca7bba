import { useContext, useState } from "react";
import { HearAgainContext } from "@/components/chat/attachments/hear-again";
import { useChatTexts } from "@/components/chat/chat-texts";
import type { AttachmentView } from "@/server/domain/files/schema";

/** Longer ones are shown in part until they are asked for. */
const SHORT = 400;

type TranscriptProps = Pick<AttachmentView, "transcript"> & { attachmentId: number };

/** What is said in the recording above, or why that is not known. */
export function Transcript({ attachmentId, transcript }: TranscriptProps) {
  const { t } = useChatTexts();
  const again = useContext(HearAgainContext);
  const [isWhole, setWhole] = useState(false);
  if (!transcript) return null;
  const { state, text, reason } = transcript;
  if (state !== "ready") {
    const says = {
      queued: t("transcriptComing"),
      silent: t("transcriptSilent"),
      failed: t(reason === "unsupported" ? "transcriptUnsupported" : "transcriptFailed"),
    };
    return (
      <p className="max-w-80 px-1 text-[13px] italic opacity-75" role="status" aria-busy={state === "queued"}>
        {says[state]}
        {state === "failed" && again && (
          <button
            type="button"
            className="relative ml-2 font-medium not-italic underline after:absolute after:-inset-x-2 after:-inset-y-2.5"
            disabled={again.isBusy}
            onClick={() => again.hear(attachmentId)}
          >
            {again.label}
          </button>
        )}
      </p>
    );
  }
  // A few words more are not worth a button.
  const cut = !isWhole && text.length > SHORT * 1.3;
  return (
    <figure className="max-w-96 px-1">
      <figcaption className="text-xs opacity-75">{t("transcript")}</figcaption>
      <p dir="auto" className="mt-0.5 text-[15px] leading-snug whitespace-pre-line wrap-anywhere">
        {cut ? `${beginning(text)}…` : text}
      </p>
      {cut && (
        <button
          type="button"
          className="relative text-[13px] font-medium underline after:absolute after:-inset-x-2 after:-inset-y-2.5"
          onClick={() => setWhole(true)}
        >
          {t("transcriptWhole")}
        </button>
      )}
    </figure>
  );
}

/** Whole words, without the comma that the last one may carry. */
function beginning(text: string): string {
  const end = text.lastIndexOf(" ", SHORT);
  return text.slice(0, end > 0 ? end : SHORT).replace(/[\s,;:.–—-]+$/u, "");
}
