import { Check, CheckCheck, CircleAlert, Clock3 } from "lucide-react";
import { useChatTexts } from "@/components/chat/chat-texts";
import type { MessageStatus } from "@/server/domain/conversations/schema";

const ICONS = { sending: Clock3, sent: Check, delivered: CheckCheck, read: CheckCheck, failed: CircleAlert };

/** How far the customer's own message has come. */
export function MessageTicks({ status }: { status: MessageStatus | "sending" }) {
  const { t } = useChatTexts();
  const Icon = ICONS[status];
  return (
    <span role="img" aria-label={t(status)} title={t(status)} data-status={status} className="chat-ticks">
      <Icon aria-hidden="true" className="size-3.5" strokeWidth={2.25} />
    </span>
  );
}
