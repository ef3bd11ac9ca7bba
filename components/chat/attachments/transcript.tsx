import { useState } from "react";
import { useChatTexts } from "@/components/chat/chat-texts";
import type { AttachmentView } from "@/server/domain/files/schema";

/** Longer ones are shown in part until they are asked for. */
const SHORT = 400;

/** What is said in the recording above, or why that is not known. */
export function Transcript({ transcript }: Pick<AttachmentView, "transcript">) {
  const { t } = useChatTexts();
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
      </p>
    );
  }
  const cut = !isWhole && text.length > SHORT;
  return (
    <figure className="max-w-96 px-1" aria-label={t("transcript")}>
      <p dir="auto" className="text-[15px] leading-snug whitespace-pre-line wrap-anywhere">
        {cut ? `${text.slice(0, text.lastIndexOf(" ", SHORT) || SHORT)}…` : text}
      </p>
      {cut && (
        <button type="button" className="text-[13px] font-medium underline" onClick={() => setWhole(true)}>
          {t("transcriptWhole")}
        </button>
      )}
    </figure>
  );
}
