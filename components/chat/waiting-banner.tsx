import { Headset } from "lucide-react";
import { useChatTexts } from "@/components/chat/chat-texts";

/** While a manager is asked for: what happens next, and that the customer need not sit and wait. */
export function WaitingBanner() {
  const { t } = useChatTexts();
  return (
    <section role="status" className="border-b border-(--chat-line) bg-(--chat-surface)">
      <div className="mx-auto flex max-w-3xl items-center gap-3 px-4 py-2.5 landscape:max-lg:py-1">
        <span
          className="chat-brand chat-calling grid size-8 shrink-0 place-items-center rounded-full"
          aria-hidden="true"
        >
          <Headset className="size-4" />
        </span>
        <p className="min-w-0 text-[13px] leading-snug">
          <span className="font-semibold">{t("waitingTitle")}. </span>
          <span className="text-(--chat-muted)">{t("waitingText")}</span>
        </p>
      </div>
    </section>
  );
}
