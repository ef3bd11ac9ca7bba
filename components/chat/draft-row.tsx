import { useChatTexts } from "@/components/chat/chat-texts";
import { MessageBubble } from "@/components/chat/message-bubble";
import { MessageText } from "@/components/chat/message-text";
import { TypingDots } from "@/components/chat/typing-row";

/** The answer as far as its sentences are verified; read aloud only when it is whole. */
export function DraftRow({ text }: { text: string }) {
  const { t } = useChatTexts();
  return (
    <MessageBubble
      author="assistant"
      name={t("assistant")}
      place={{ isFirst: true, isLast: true }}
      isHiddenFromReaders
      meta={<TypingDots />}
    >
      <span dir="auto" className="chat-text">
        <MessageText text={text} />
      </span>
    </MessageBubble>
  );
}
