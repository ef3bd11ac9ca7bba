import { RotateCw } from "lucide-react";
import { useChatActs } from "@/components/chat/chat-acts";
import { useChatTexts } from "@/components/chat/chat-texts";
import type { DeliveryFailure } from "@/server/domain/conversations/schema";

/** Under a message that we could not pass on: why, and another try. */
export function DeliveryFailed({ messageId, failure }: { messageId: number; failure: DeliveryFailure }) {
  const { t } = useChatTexts();
  const { retryDelivery } = useChatActs();
  return (
    <div className="mt-1 flex flex-wrap items-center justify-end gap-x-1 text-end text-[13px] text-(--chat-danger)">
      <span className="mr-1">{t(`failed_${failure}`)}</span>
      <button type="button" className="chat-link-button" onClick={() => retryDelivery(messageId)}>
        <RotateCw aria-hidden="true" className="size-3.5" />
        {t("retry")}
      </button>
    </div>
  );
}
