import { BookOpenText, X } from "lucide-react";
import { useChatTexts } from "@/components/chat/chat-texts";
import { useDialog } from "@/components/chat/use-dialog";
import type { CitationView } from "@/server/domain/conversations/schema";

type CitationSheetProps = { citation: CitationView; onClose(): void };

/** Where an answer comes from: a sheet on a phone, a card on a desktop. Escape, the back button or a tap beside it closes. */
export function CitationSheet({ citation, onClose }: CitationSheetProps) {
  const { t } = useChatTexts();
  const dialog = useDialog(onClose);

  return (
    <dialog
      ref={dialog}
      className="chat-sheet"
      aria-labelledby="citation-title"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === event.currentTarget && onClose()}
      onKeyDown={(event) => event.key === "Escape" && onClose()}
    >
      <div className="flex max-h-[70dvh] flex-col overflow-y-auto p-5">
        <div className="flex items-start gap-3">
          <span
            className="chat-brand grid size-10 shrink-0 place-items-center rounded-2xl"
            aria-hidden="true"
          >
            <BookOpenText className="size-5" />
          </span>
          <div className="min-w-0 flex-1">
            <p className="text-xs font-medium text-(--chat-muted)">
              {t("source", { number: citation.number })}
            </p>
            <h2
              id="citation-title"
              className="text-pretty font-semibold leading-snug [overflow-wrap:anywhere]"
            >
              {citation.sourceTitle}
            </h2>
            {citation.heading && citation.heading !== citation.sourceTitle && (
              <p className="mt-0.5 text-sm text-(--chat-muted) [overflow-wrap:anywhere]">
                {citation.heading}
              </p>
            )}
          </div>
          <button
            type="button"
            aria-label={t("close")}
            className="-mr-1.5 -mt-1.5 grid size-9 shrink-0 place-items-center rounded-full text-(--chat-muted) hover:bg-(--chat-quiet)"
            onClick={onClose}
          >
            <X aria-hidden="true" className="size-5" />
          </button>
        </div>
        <blockquote className="mt-4 whitespace-pre-wrap rounded-2xl bg-(--chat-quiet) px-4 py-3 text-[15px] leading-relaxed [overflow-wrap:anywhere]">
          {citation.quote}
        </blockquote>
      </div>
    </dialog>
  );
}
