import { Ellipsis } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { ChatAvatar } from "@/components/chat/chat-avatar";
import type { GroupPlace } from "@/components/chat/chat-rows";
import { useChatTexts } from "@/components/chat/chat-texts";
import { useMenuGesture } from "@/components/chat/use-menu-gesture";

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
  /** `picture`: pictures reach to the edge; `bare`: no ground at all, as under a sticker. */
  look?: "picture" | "bare";
  /** Something can be done with the message: by right click, long press or a button. */
  onMenu?(anchor: HTMLElement): void;
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
  look,
  onMenu,
  children,
}: MessageBubbleProps) {
  const { t } = useChatTexts();
  const bubble = useRef<HTMLDivElement>(null);
  const gesture = useMenuGesture((anchor) => onMenu?.(anchor));
  const isOwn = author === "customer";
  return (
    <div
      className={`flex flex-col ${isOwn ? "items-end pl-8" : "items-start pr-6 sm:pr-14"} ${place.isFirst ? "pt-2.5" : "pt-1"}`}
      aria-hidden={isHiddenFromReaders || undefined}
    >
      <div className={`chat-line flex w-full min-w-0 items-end gap-2 ${isOwn ? "justify-end" : ""}`}>
        {!isOwn && (
          <span className="w-7 shrink-0">{place.isLast && <ChatAvatar author={author} name={name} />}</span>
        )}
        <div
          ref={bubble}
          className="chat-bubble"
          data-author={author}
          data-look={look}
          {...(onMenu && gesture)}
          data-first={place.isFirst || undefined}
          data-last={place.isLast || undefined}
        >
          {name && place.isFirst && (
            <p className="mb-0.5 truncate text-xs font-semibold text-(--chat-link)">{name}</p>
          )}
          {children}
          {meta && <span className="chat-meta">{meta}</span>}
        </div>
        {onMenu && (
          <button
            type="button"
            aria-label={t("actions")}
            aria-haspopup="menu"
            className={`chat-more ${isOwn ? "-order-1" : ""}`}
            onClick={() => bubble.current && onMenu(bubble.current)}
          >
            <Ellipsis aria-hidden="true" className="size-4.5" />
          </button>
        )}
      </div>
      {below && <div className={isOwn ? "" : "pl-9"}>{below}</div>}
    </div>
  );
}
