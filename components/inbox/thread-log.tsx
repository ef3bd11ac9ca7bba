import { useVirtualizer } from "@tanstack/react-virtual";
import { ChevronDown, LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useChatTexts } from "@/components/chat/chat-texts";
import { StaffMessage } from "@/components/inbox/staff-message";
import { type ThreadRow, threadRows } from "@/components/inbox/thread-rows";
import { UnsentMessage } from "@/components/inbox/unsent-message";
import type { Outbox, PendingMessage } from "@/components/inbox/use-outbox";
import { Button } from "@/components/ui/button";
import type { InboxRow, StaffMessageView } from "@/server/domain/conversations/inbox-schema";
import type { CitationView } from "@/server/domain/conversations/schema";
import type { AttachmentView } from "@/server/domain/files/schema";

const CitationSheet = lazy(async () => {
  const { CitationSheet: sheet } = await import("@/components/chat/citation-sheet");
  return { default: sheet };
});
const PictureViewer = lazy(async () => {
  const { PictureViewer: viewer } = await import("@/components/chat/attachments/picture-viewer");
  return { default: viewer };
});

type Overlay = { citation: CitationView } | { pictures: AttachmentView[]; at: number };

type ThreadLogProps = {
  row: InboxRow;
  messages: StaffMessageView[];
  pending: PendingMessage[];
  outbox: Outbox;
  older: { has: boolean; isLoading: boolean; hasFailed: boolean; load: () => void };
  onReply: (message: StaffMessageView) => void;
};

/** So near to the end counts as being there, px. */
const endThreshold = 80;
/** Older messages are asked for before the reader gets to the top, px. */
const loadWithin = 600;
/** Rows are measured once they are drawn; px. */
const usualHeights = { day: 44, message: 72, pending: 64 };

/**
 * The history, drawn only where it can be seen: it follows the end while the reader is there and keeps their place when
 * older messages come in above.
 */
export function ThreadLog({ row, messages, pending, outbox, older, onReply }: ThreadLogProps) {
  "use no memo";
  const t = useTranslations("Inbox");
  const { date } = useChatTexts();
  const rows = useMemo(() => threadRows(messages, pending), [messages, pending]);
  const scroller = useRef<HTMLDivElement>(null);
  const wasAtEnd = useRef(true);
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  const [target, setTarget] = useState<number | null>(null);

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => usualHeights[rows[index]?.kind ?? "message"],
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 15,
    paddingStart: 12,
    paddingEnd: 16,
    anchorTo: "end",
    scrollEndThreshold: endThreshold,
  });
  const [isAtEnd, setAtEnd] = useState(true);

  const newestPending = pending.at(-1)?.clientId;
  // What was just written is shown wherever its writer had scrolled to.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!newestPending || !element) return;
    wasAtEnd.current = true;
    element.scrollTop = element.scrollHeight;
  }, [newestPending]);
  // A reader at the end stays there, also when rows change their height.
  const total = virtualizer.getTotalSize();
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element && total > 0 && wasAtEnd.current) element.scrollTop = element.scrollHeight;
  }, [total]);

  const { has, isLoading, hasFailed, load } = older;
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const onScroll = () => {
      wasAtEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < endThreshold;
      setAtEnd(wasAtEnd.current);
      if (has && !isLoading && !hasFailed && element.scrollTop < loadWithin) load();
    };
    if (has && !isLoading && !hasFailed && element.scrollTop < loadWithin) load();
    element.addEventListener("scroll", onScroll, { passive: true });
    const observer = new ResizeObserver(() => {
      if (wasAtEnd.current) element.scrollTop = element.scrollHeight;
    });
    observer.observe(element);
    return () => {
      element.removeEventListener("scroll", onScroll);
      observer.disconnect();
    };
  }, [has, isLoading, hasFailed, load]);

  const jumpTo = (id: number) => {
    const index = rows.findIndex((one) => one.kind === "message" && one.message.id === id);
    if (index < 0) return;
    wasAtEnd.current = false;
    setTarget(id);
    virtualizer.scrollToIndex(index, { align: "center" });
  };
  const draw = (one: ThreadRow) => {
    if (one.kind === "day")
      return (
        <p className="py-3 text-center text-xs font-medium text-muted-foreground">
          {date(new Date(one.at), { weekday: "short", day: "numeric", month: "long" })}
        </p>
      );
    if (one.kind === "pending") return <UnsentMessage message={one.message} outbox={outbox} />;
    return (
      <StaffMessage
        message={one.message}
        isFirst={one.isFirst}
        isTarget={one.message.id === target}
        channel={row.channel}
        isRead={one.message.seq <= row.customerReadSeq}
        canReply={row.state !== "closed" && one.message.kind !== "note" && one.message.author !== "system"}
        onReply={() => onReply(one.message)}
        onJump={jumpTo}
        onCitation={(citation) => setOverlay({ citation })}
        onLook={(pictures, at) => setOverlay({ pictures, at })}
      />
    );
  };

  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={scroller}
        role="log"
        aria-label={t("thread")}
        // Scrolling back brings rows in, too; only what arrives at the end is news.
        aria-live={isAtEnd ? "polite" : "off"}
        // Safari scrolls by keyboard only what can be focused.
        {...{ tabIndex: 0 }}
        className="chat-log h-full overflow-x-hidden overflow-y-auto overscroll-contain outline-offset-[-2px]"
      >
        <div className="mx-auto flex min-h-full max-w-4xl flex-col justify-end px-3 sm:px-5">
          <div className="relative w-full shrink-0" style={{ height: total }}>
            {virtualizer.getVirtualItems().map((item) => {
              const one = rows[item.index];
              return (
                <div
                  key={item.key}
                  ref={virtualizer.measureElement}
                  data-index={item.index}
                  className="absolute inset-x-0 top-0"
                  style={{ transform: `translateY(${item.start}px)` }}
                >
                  {one && draw(one)}
                </div>
              );
            })}
          </div>
        </div>
      </div>
      {(isLoading || hasFailed) && (
        <div role="status" className="pointer-events-none absolute inset-x-0 top-2 flex justify-center">
          <span className="chat-notice pointer-events-auto flex items-center gap-2 shadow-soft">
            {isLoading && <LoaderCircle aria-hidden className="size-3.5 animate-spin" />}
            {t(isLoading ? "loadingOlder" : "olderFailed")}
            {hasFailed && (
              <button type="button" className="font-semibold text-accent-foreground underline" onClick={load}>
                {t("retry")}
              </button>
            )}
          </span>
        </div>
      )}
      {!isAtEnd && (
        <Button
          variant="outline"
          size="icon"
          aria-label={t("toLatest")}
          className="absolute right-4 bottom-3 rounded-full shadow-lifted"
          onClick={() => {
            wasAtEnd.current = true;
            virtualizer.scrollToEnd();
          }}
        >
          <ChevronDown aria-hidden />
        </Button>
      )}
      <Suspense>
        {overlay && "citation" in overlay && (
          <CitationSheet citation={overlay.citation} onClose={() => setOverlay(null)} />
        )}
        {overlay && "pictures" in overlay && (
          <PictureViewer pictures={overlay.pictures} at={overlay.at} onClose={() => setOverlay(null)} />
        )}
      </Suspense>
    </div>
  );
}
