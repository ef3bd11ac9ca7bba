import type { ReactNode } from "react";
import { useChatActs } from "@/components/chat/chat-acts";
import type { GroupPlace } from "@/components/chat/chat-rows";
import { useChatTexts } from "@/components/chat/chat-texts";
import { CitationChips } from "@/components/chat/citation-chips";
import { DeliveryFailed } from "@/components/chat/delivery-failed";
import { LazyAttachments } from "@/components/chat/lazy-attachments";
import { MessageBubble } from "@/components/chat/message-bubble";
import { authorName } from "@/components/chat/message-label";
import { MessageText } from "@/components/chat/message-text";
import { MessageTicks } from "@/components/chat/message-ticks";
import { ReactionChips } from "@/components/chat/reaction-chips";
import { ReplyQuote } from "@/components/chat/reply-quote";
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
  const { look, openMenu, previewsOf } = useChatActs();
  const { author, text, deleted, attachments } = message;

  if (author === "system") {
    return (
      <div className="flex flex-col items-center gap-2 px-4 py-2">
        <p className="chat-notice">
          <MessageText text={text} entities={message.entities} />
        </p>
        {below}
      </div>
    );
  }

  const time = new Date(message.createdAt);
  const hasBeenRead = author === "customer" && message.seq <= staffReadSeq && message.status !== "failed";
  return (
    <MessageBubble
      author={author}
      name={author === "customer" ? null : authorName(author, message.authorName, t)}
      place={place}
      look={bubbleLook(message)}
      onMenu={deleted ? undefined : (anchor) => openMenu(message, anchor)}
      below={
        message.status === "failed" && !deleted ? (
          <DeliveryFailed messageId={message.id} failure={message.failure ?? "unknown"} />
        ) : (
          below
        )
      }
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
      {message.replyTo && <ReplyQuote replyTo={message.replyTo} />}
      {attachments.length > 0 && (
        <LazyAttachments attachments={attachments} previews={previewsOf(message.clientId)} onLook={look} />
      )}
      {deleted ? (
        <em className="opacity-75">{t("deleted")}</em>
      ) : (
        text !== "" && (
          <span dir="auto" className={`chat-text ${message.citations.length > 0 ? "block" : ""}`}>
            <MessageText text={text} entities={message.entities} />
          </span>
        )
      )}
      {!deleted && <CitationChips citations={message.citations} onOpen={onCitation} />}
      {!deleted && <ReactionChips message={message} />}
    </MessageBubble>
  );
}

const PICTURES = ["photo", "video", "animation"];

/** Pictures fill their bubble, stickers and round videos have none. */
function bubbleLook({ attachments, text, replyTo, deleted }: CustomerMessageView) {
  const [first] = attachments;
  if (!first || deleted || attachments.some(({ state }) => state !== "ready")) return undefined;
  if (attachments.every(({ kind }) => PICTURES.includes(kind))) return "picture";
  const isBare = first.kind === "sticker" || first.kind === "video_note";
  return isBare && attachments.length === 1 && !text && !replyTo ? "bare" : undefined;
}
