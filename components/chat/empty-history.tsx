import { MessagesSquare } from "lucide-react";
import { useChatTexts } from "@/components/chat/chat-texts";

/** What stands in the history before the first message. */
export function EmptyHistory() {
  const { t } = useChatTexts();
  return (
    <div className="grid min-h-full place-items-center p-6">
      <div className="flex max-w-xs flex-col items-center text-center">
        <span aria-hidden="true" className="chat-brand mb-4 grid size-14 place-items-center rounded-3xl">
          <MessagesSquare className="size-7" strokeWidth={1.75} />
        </span>
        <p className="text-lg font-semibold tracking-tight">{t("emptyTitle")}</p>
        <p className="mt-1.5 text-pretty text-sm leading-relaxed text-(--chat-muted)">{t("emptyText")}</p>
      </div>
    </div>
  );
}
