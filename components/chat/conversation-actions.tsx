import { Check, Headset } from "lucide-react";
import { ChatButton } from "@/components/chat/chat-button";
import { useChatTexts } from "@/components/chat/chat-texts";

type ConversationActionsProps = {
  canCall: boolean;
  canClose: boolean;
  isBusy: boolean;
  onCall(): void;
  onSatisfied(): void;
};

/** What the customer can do with the conversation besides writing, as far as it makes sense now. */
export function ConversationActions({
  canCall,
  canClose,
  isBusy,
  onCall,
  onSatisfied,
}: ConversationActionsProps) {
  const { t } = useChatTexts();
  if (!canCall && !canClose) return null;
  return (
    <div className="chat-actions">
      {canClose && (
        <ChatButton look="outline" disabled={isBusy} onClick={onSatisfied}>
          <Check aria-hidden="true" className="size-4 max-[23.5rem]:hidden" />
          {t("satisfied")}
        </ChatButton>
      )}
      {canCall && (
        <ChatButton look="outline" disabled={isBusy} onClick={onCall}>
          <Headset aria-hidden="true" className="size-4 max-[23.5rem]:hidden" />
          {t("callOperator")}
        </ChatButton>
      )}
    </div>
  );
}
