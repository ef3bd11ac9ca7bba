import { useChatTexts } from "@/components/chat/chat-texts";
import type { CitationView } from "@/server/domain/conversations/schema";

type CitationChipsProps = { citations: CitationView[]; onOpen(citation: CitationView): void };

/** The passages an answer rests on, as numbers to tap. */
export function CitationChips({ citations, onOpen }: CitationChipsProps) {
  const { t } = useChatTexts();
  if (citations.length === 0) return null;
  return (
    <span className="mb-0.5 mt-1.5 inline-flex flex-wrap items-center gap-1.5 align-bottom">
      <span aria-hidden="true" className="mr-0.5 text-xs text-(--chat-muted)">
        {t("sources")}
      </span>
      {citations.map((citation) => (
        <button
          key={citation.number}
          type="button"
          aria-label={t("source", { number: citation.number })}
          aria-haspopup="dialog"
          className="chat-chip"
          onClick={() => onOpen(citation)}
        >
          {citation.number}
        </button>
      ))}
    </span>
  );
}
