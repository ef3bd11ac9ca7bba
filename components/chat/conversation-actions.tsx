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
    <div className="mx-auto flex w-full max-w-3xl flex-wrap justify-center gap-2 px-3 pb-2">
      {canClose && (
        <ChatButton look="outline" disabled={isBusy} onClick={onSatisfied}>
          <Check aria-hidden="true" className="size-4" />
          {t("satisfied")}
        </ChatButton>
      )}
      {canCall && (
        <ChatButton look="outline" disabled={isBusy} onClick={onCall}>
          <Headset aria-hidden="true" className="size-4" />
          {t("callOperator")}
        </ChatButton>
      )}
    </div>
  );
}
