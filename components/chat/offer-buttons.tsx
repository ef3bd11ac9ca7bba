import { ChatButton } from "@/components/chat/chat-button";
import { useChatTexts } from "@/components/chat/chat-texts";

type OfferButtonsProps = { isBusy: boolean; onAnswer(accept: boolean): void };

/** Yes or no to a manager; stands under the offer as long as it is open. */
export function OfferButtons({ isBusy, onAnswer }: OfferButtonsProps) {
  const { t } = useChatTexts();
  return (
    <div className="mt-2 flex flex-wrap gap-1.5 max-[25rem]:*:px-3">
      <ChatButton look="solid" disabled={isBusy} onClick={() => onAnswer(true)}>
        {t("offerYes")}
      </ChatButton>
      <ChatButton look="outline" disabled={isBusy} onClick={() => onAnswer(false)}>
        {t("offerNo")}
      </ChatButton>
    </div>
  );
}
