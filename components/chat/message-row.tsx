import type { ReactNode } from "react";
import type { GroupPlace } from "@/components/chat/chat-rows";
import { useChatTexts } from "@/components/chat/chat-texts";
import { CitationChips } from "@/components/chat/citation-chips";
import { MessageBubble } from "@/components/chat/message-bubble";
import { MessageText } from "@/components/chat/message-text";
import { MessageTicks } from "@/components/chat/message-ticks";
import type { CitationView, CustomerMessageView } from "@/server/domain/conversations/schema";

type MessageRowProps = {
  message: CustomerMessageView;
  place: GroupPlace;
  /** The assistant or a manager has read the customer's messages of this conversation up to here. */
  staffReadSeq: number;
  onCitation(citation: CitationView): void;
  /** The buttons of an open offer. */
  below?: ReactNode;
};

/** A stored message: a bubble, or a quiet line when nobody in particular said it. */
export function MessageRow({ message, place, staffReadSeq, onCitation, below }: MessageRowProps) {
  const { t, date, clock } = useChatTexts();
  const { author, authorName, text, deleted } = message;

  if (author === "system") {
    return (
      <div className="flex flex-col items-center gap-2 px-4 py-2">
        <p className="chat-notice">
          <MessageText text={text} />
        </p>
        {below}
      </div>
    );
  }

  const time = new Date(message.createdAt);
  const hasBeenRead = author === "customer" && message.seq <= staffReadSeq && message.status !== "failed";
  const names = { assistant: t("assistant"), manager: authorName ?? t("manager"), customer: null };
  return (
    <MessageBubble
      author={author}
      name={names[author]}
      place={place}
      below={below}
      meta={
        <>
          {message.editedAt && !deleted && <span>{t("edited")}</span>}
          <time dateTime={message.createdAt} title={date(time, { dateStyle: "long", timeStyle: "short" })}>
            {clock(time)}
          </time>
          {message.status && !deleted && <MessageTicks status={hasBeenRead ? "read" : message.status} />}
        </>
      }
    >
      {author === "customer" && <span className="sr-only">{t("you")}: </span>}
      {message.replyTo && (
        <blockquote className="chat-reply">
          <span className="block truncate text-xs font-semibold">
            {replyAuthor(message.replyTo.author, t)}
          </span>
          <span className="block truncate text-[13px]">{message.replyTo.text}</span>
        </blockquote>
      )}
      {deleted ? (
        <em className="opacity-75">{t("deleted")}</em>
      ) : (
        <span dir="auto" className={`chat-text ${message.citations.length > 0 ? "block" : ""}`}>
          <MessageText text={text} />
        </span>
      )}
      {!deleted && <CitationChips citations={message.citations} onOpen={onCitation} />}
    </MessageBubble>
  );
}

function replyAuthor(author: string, t: ReturnType<typeof useChatTexts>["t"]): string {
  if (author === "customer") return t("you");
  if (author === "assistant") return t("assistant");
  return author === "manager" ? t("manager") : author;
}
