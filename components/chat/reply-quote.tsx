import { useChatActs } from "@/components/chat/chat-acts";
import { useChatTexts } from "@/components/chat/chat-texts";
import { authorName, messageLabel } from "@/components/chat/message-label";
import type { CustomerMessageView } from "@/server/domain/conversations/schema";

type ReplyQuoteProps = { replyTo: NonNullable<CustomerMessageView["replyTo"]> };

/** The message that this one answers, in a line; it leads there. */
export function ReplyQuote({ replyTo }: ReplyQuoteProps) {
  const { t } = useChatTexts();
  const { jumpTo, find } = useChatActs();
  const original = find(replyTo.id);
  const name = authorName(replyTo.author, original?.authorName ?? null, t);
  const label = (original ? messageLabel(original, t) : replyTo.text) || t("document");
  return (
    <button
      type="button"
      className="chat-reply"
      aria-label={t("goToOriginal", { name: `${name}, ${label}` })}
      onClick={() => jumpTo(replyTo.id)}
    >
      <span className="block truncate text-xs font-semibold">{name}</span>
      <span dir="auto" className="block truncate text-[13px]">
        {label}
      </span>
    </button>
  );
}
