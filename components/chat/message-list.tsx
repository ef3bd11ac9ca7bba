import { useVirtualizer } from "@tanstack/react-virtual";
import { ChevronDown, LoaderCircle } from "lucide-react";
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import { ChatButton } from "@/components/chat/chat-button";
import type { ChatRow } from "@/components/chat/chat-rows";
import { useChatTexts } from "@/components/chat/chat-texts";
import { EmptyHistory } from "@/components/chat/empty-history";
import { usePageVisible } from "@/components/chat/use-page-visible";

type MessageListProps = {
  rows: ChatRow[];
  hasOlder: boolean;
  older: "idle" | "loading" | "failed";
  onOlder(): void;
  /** A message to bring into view and light up; a new object each time. */
  target: { messageId: number } | null;
  /** The customer can see this message of ours. */
  onSeen(conversationId: number, seq: number): void;
  renderRow(row: ChatRow): ReactNode;
};

/** So near to the end counts as being there, in px. */
const END_THRESHOLD = 80;
/** Older messages are fetched before the reader gets to the top, in px. */
const LOAD_OLDER_WITHIN = 900;
/** After a change of size rows are measured anew, a few at a time. */
const SETTLE_EVERY_MS = 100;
const SETTLE_STEPS = 6;
/** Safari scrolls by keyboard only what can be focused. */
const KEYBOARD_REACHABLE = { tabIndex: 0 };
const MEDIA_HEIGHT = 220;
const HEIGHTS: Record<ChatRow["kind"], number> = {
  day: 46,
  newConversation: 44,
  message: 76,
  pending: 62,
  draft: 76,
  typing: 52,
  closed: 210,
};

function estimatedHeight(row: ChatRow | undefined): number {
  const hasMedia = row?.kind === "message" && row.message.attachments.length > 0;
  return hasMedia ? MEDIA_HEIGHT : HEIGHTS[row?.kind ?? "message"];
}

function theirMessage(row: ChatRow | undefined) {
  return row?.kind === "message" && row.message.author !== "customer" ? row.message : null;
}

/**
 * The history, drawn only where it can be seen. Follows the end while the reader is there, keeps their place when
 * older messages come in above, and counts what arrives below.
 */
export function MessageList({ rows, hasOlder, older, target, onOlder, onSeen, renderRow }: MessageListProps) {
  "use no memo";
  const { t } = useChatTexts();
  const isVisible = usePageVisible();
  const scroller = useRef<HTMLDivElement>(null);
  const wasAtEnd = useRef(true);
  const [seenId, setSeenId] = useState(0);

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => estimatedHeight(rows[index]),
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 20,
    paddingStart: 8,
    paddingEnd: 12,
    anchorTo: "end",
    scrollEndThreshold: END_THRESHOLD,
  });
  const items = virtualizer.getVirtualItems();
  const isAtEnd = virtualizer.scrollOffset === null || virtualizer.isAtEnd(END_THRESHOLD);
  const lastRow = rows.at(-1);
  const newestTheirs = rows.findLast((row) => theirMessage(row) !== null);
  const newestId = theirMessage(newestTheirs)?.id ?? 0;
  const unread = isAtEnd ? 0 : rows.filter((row) => (theirMessage(row)?.id ?? 0) > seenId).length;

  const hasRows = rows.length > 0;

  // What the customer just wrote is shown wherever they had scrolled to.
  const ownKey = lastRow?.kind === "pending" ? lastRow.key : null;
  useLayoutEffect(() => {
    if (ownKey) wasAtEnd.current = true;
  }, [ownKey]);

  // A reader at the end stays there, also when rows come in before the last one or change their height.
  useLayoutEffect(() => {
    if (rows.length > 0 && wasAtEnd.current) virtualizer.scrollToEnd();
  }, [rows, virtualizer]);

  const jumped = useRef<typeof target>(null);
  useEffect(() => {
    const index = rows.findIndex((row) => row.kind === "message" && row.message.id === target?.messageId);
    if (!target || jumped.current === target || index < 0) return;
    jumped.current = target;
    wasAtEnd.current = false;
    virtualizer.scrollToIndex(index, { align: "center" });
  }, [target, rows, virtualizer]);

  // A keyboard that comes up takes height away below, a turned phone changes every row: stay with the last message.
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    let settling: ReturnType<typeof setInterval> | undefined;
    let steps = 0;
    let height = element.clientHeight;
    const onScroll = () => {
      // A scroll that a change of size brought about tells nothing about the reader.
      if (settling !== undefined || element.clientHeight !== height) return;
      wasAtEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < END_THRESHOLD;
    };
    const settle = () => {
      element.scrollTop = element.scrollHeight;
      steps += 1;
      if (steps < SETTLE_STEPS) return;
      clearInterval(settling);
      settling = undefined;
    };
    const observer = new ResizeObserver(() => {
      height = element.clientHeight;
      if (!wasAtEnd.current) return;
      steps = 0;
      clearInterval(settling);
      settling = setInterval(settle, SETTLE_EVERY_MS);
      settle();
    });
    element.addEventListener("scroll", onScroll, { passive: true });
    observer.observe(element);
    return () => {
      element.removeEventListener("scroll", onScroll);
      observer.disconnect();
      clearInterval(settling);
    };
  }, []);

  useEffect(() => {
    if (isAtEnd) setSeenId(newestId);
  }, [isAtEnd, newestId]);

  const lastVisible = rows
    .slice(0, (virtualizer.range?.endIndex ?? -1) + 1)
    .findLast((row) => theirMessage(row));
  const visibleMessage = theirMessage(lastVisible);
  const seenConversation = visibleMessage?.conversationId;
  const seenSeq = visibleMessage?.seq;
  useEffect(() => {
    if (isVisible && seenConversation !== undefined && seenSeq !== undefined)
      onSeen(seenConversation, seenSeq);
  }, [isVisible, seenConversation, seenSeq, onSeen]);

  useEffect(() => {
    const element = scroller.current;
    if (!element || !hasRows || !hasOlder || older !== "idle") return;
    const look = () => {
      if (element.scrollTop < LOAD_OLDER_WITHIN) onOlder();
    };
    look();
    element.addEventListener("scroll", look, { passive: true });
    return () => element.removeEventListener("scroll", look);
  }, [hasRows, hasOlder, older, onOlder]);

  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={scroller}
        role="log"
        aria-label={t("history")}
        // Scrolling back brings rows in, too; only what arrives at the end is news.
        aria-live={isAtEnd ? "polite" : "off"}
        {...KEYBOARD_REACHABLE}
        className="chat-log h-full overflow-y-auto overflow-x-hidden overscroll-contain outline-offset-[-2px]"
      >
        {hasRows ? (
          <div className="mx-auto flex min-h-full max-w-3xl flex-col justify-end px-3">
            <div className="relative w-full shrink-0" style={{ height: virtualizer.getTotalSize() }}>
              {items.map((item) => {
                const row = rows[item.index];
                return (
                  <div
                    key={item.key}
                    ref={virtualizer.measureElement}
                    data-index={item.index}
                    data-target={
                      (row?.kind === "message" && row.message.id === target?.messageId) || undefined
                    }
                    className="absolute inset-x-0 top-0"
                    style={{ transform: `translateY(${item.start}px)` }}
                  >
                    {row && renderRow(row)}
                  </div>
                );
              })}
            </div>
          </div>
        ) : (
          <EmptyHistory />
        )}
      </div>

      {older !== "idle" && (
        <div role="status" className="pointer-events-none absolute inset-x-0 top-2 flex justify-center">
          {older === "loading" ? (
            <span className="chat-notice flex items-center gap-2">
              <LoaderCircle aria-hidden="true" className="size-3.5 animate-spin" />
              {t("loadingOlder")}
            </span>
          ) : (
            <span className="chat-card pointer-events-auto flex items-center gap-3 py-1.5 pl-4 pr-1.5 text-[13px]">
              {t("olderFailed")}
              <ChatButton onClick={onOlder}>{t("retry")}</ChatButton>
            </span>
          )}
        </div>
      )}

      <p role="status" className="sr-only">
        {unread > 0 && t("newMessages", { count: unread })}
      </p>
      {!isAtEnd && (
        <div className="pointer-events-none absolute inset-x-0 bottom-3">
          <div className="mx-auto flex max-w-3xl justify-end px-3">
            <button
              type="button"
              className="chat-card pointer-events-auto flex h-10 min-w-10 items-center justify-center gap-1.5 rounded-full px-2.5 text-sm font-medium"
              onClick={() => virtualizer.scrollToEnd({ behavior: "smooth" })}
            >
              {unread > 0 ? (
                <span className="pl-1">{t("newMessages", { count: unread })}</span>
              ) : (
                <span className="sr-only">{t("toLatest")}</span>
              )}
              <ChevronDown aria-hidden="true" className="size-5" />
            </button>
          </div>
        </div>
      )}
    </div>
  );
}
