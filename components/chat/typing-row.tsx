import { useChatTexts } from "@/components/chat/chat-texts";
import { MessageBubble } from "@/components/chat/message-bubble";

/** Three dots that say: more is coming. */
export function TypingDots() {
  return (
    <span className="chat-dots" aria-hidden="true">
      <i />
      <i />
      <i />
    </span>
  );
}

/** Somebody is writing to the customer. */
export function TypingRow({ author, name }: { author: "assistant" | "manager"; name: string | null }) {
  const { t } = useChatTexts();
  return (
    <MessageBubble author={author} name={name} place={{ isFirst: true, isLast: true }}>
      <span className="sr-only">{t(author === "assistant" ? "assistantTyping" : "managerTyping")}</span>
      <span className="flex h-6 items-center px-1">
        <TypingDots />
      </span>
    </MessageBubble>
  );
}
