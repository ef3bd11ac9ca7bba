import type { ReactNode } from "react";
import { ChatAvatar } from "@/components/chat/chat-avatar";
import type { GroupPlace } from "@/components/chat/chat-rows";

type MessageBubbleProps = {
  author: "customer" | "assistant" | "manager";
  /** Shown above the first bubble of a group; the customer's own have none. */
  name: string | null;
  place: GroupPlace;
  /** Time, marks and ticks at the end of the last line. */
  meta?: ReactNode;
  /** What stands under the bubble: buttons, failures. */
  below?: ReactNode;
  isHiddenFromReaders?: boolean;
  children: ReactNode;
};

/** A bubble on its author's side, with the author's face at the end of a group. */
export function MessageBubble({
  author,
  name,
  place,
  meta,
  below,
  isHiddenFromReaders,
  children,
}: MessageBubbleProps) {
  const isOwn = author === "customer";
  return (
    <div
      className={`flex flex-col ${isOwn ? "items-end pl-8" : "items-start pr-6 sm:pr-14"} ${place.isFirst ? "pt-2.5" : "pt-1"}`}
      aria-hidden={isHiddenFromReaders || undefined}
    >
      <div className={`flex w-full min-w-0 items-end gap-2 ${isOwn ? "justify-end" : ""}`}>
        {!isOwn && (
          <span className="w-7 shrink-0">{place.isLast && <ChatAvatar author={author} name={name} />}</span>
        )}
        <div
          className="chat-bubble"
          data-author={author}
          data-first={place.isFirst || undefined}
          data-last={place.isLast || undefined}
        >
          {name && place.isFirst && (
            <p className="mb-0.5 truncate text-xs font-semibold text-(--chat-link)">{name}</p>
          )}
          {children}
          {meta && <span className="chat-meta">{meta}</span>}
        </div>
      </div>
      {below && <div className={isOwn ? "" : "pl-9"}>{below}</div>}
    </div>
  );
}
