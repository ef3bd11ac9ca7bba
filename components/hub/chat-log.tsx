import { useVirtualizer } from "@tanstack/react-virtual";
import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useChatTexts } from "@/components/chat/chat-texts";
import { ChatLogStatus } from "@/components/hub/chat-log-status";
import { ChatMessage } from "@/components/hub/chat-message";
import { chatLines } from "@/components/hub/chat-rows";
import type { useChatPages } from "@/components/hub/use-chat-pages";
import type { Selection } from "@/components/hub/use-selection";
import { Button } from "@/components/ui/button";
import type { AttachmentView } from "@/server/domain/files/schema";
import type { HubChatMessage } from "@/server/domain/messages/hub/page-schema";
import type { HubMessageView } from "@/server/domain/messages/hub/schema";

const PictureViewer = lazy(async () => {
  const { PictureViewer: viewer } = await import("@/components/chat/attachments/picture-viewer");
  return { default: viewer };
});

type ChatLogProps = {
  messageId: number | null;
  messages: HubChatMessage[];
  pages: ReturnType<typeof useChatPages>["pages"];
  active: HubMessageView | null;
  selection: Selection;
  keys: { current: (by: 1 | -1) => void };
  onActive: (message: HubMessageView) => void;
  onJump: (messageId: number | null) => void;
};

/** So near to the end counts as being there, px. */
const endThreshold = 80;
/** More is asked for before the reader gets to either end, px. */
const loadWithin = 500;

/** The messages, drawn only where they can be seen; more come in at either end as the reader scrolls. */
export function ChatLog({ messageId, messages, pages, active, selection, keys, ...acts }: ChatLogProps) {
  "use no memo";
  const t = useTranslations("Hub");
  const { date } = useChatTexts();
  const lines = useMemo(() => chatLines(messages), [messages]);
  const scroller = useRef<HTMLDivElement>(null);
  const wasAtEnd = useRef(messageId === null);
  const isPlaced = useRef(false);
  const [isAtEnd, setAtEnd] = useState(messageId === null);
  const [pictures, setPictures] = useState<{ pictures: AttachmentView[]; at: number } | null>(null);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.kind === "day" ? 40 : 72),
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 12,
    paddingStart: 8,
    // The last message stands clear of what can be done with the chosen ones.
    paddingEnd: selection.chosen.size > 0 ? 88 : 20,
    anchorTo: "end",
    scrollEndThreshold: endThreshold,
  });
  const indexOf = (id: number) =>
    lines.findIndex((line) => line.kind === "message" && line.parts.some((part) => part.id === id));

  // Where it was opened: once, as soon as it is there.
  useLayoutEffect(() => {
    if (isPlaced.current || lines.length === 0 || messageId === null) return;
    isPlaced.current = true;
    const index = indexOf(messageId);
    if (index < 0) return;
    virtualizer.scrollToIndex(index, { align: "center" });
    const line = lines[index];
    if (line?.kind === "message") acts.onActive(line.message);
  });
  const total = virtualizer.getTotalSize();
  const isWhole = !pages.hasNextPage;
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element && total > 0 && wasAtEnd.current && isWhole) element.scrollTop = element.scrollHeight;
  }, [total, isWhole]);

  const onScroll = useEffectEvent(() => {
    const element = scroller.current;
    if (!element) return;
    const below = element.scrollHeight - element.scrollTop - element.clientHeight;
    wasAtEnd.current = isWhole && below < endThreshold;
    setAtEnd(wasAtEnd.current);
    if (pages.isFetching) return;
    if (element.scrollTop < loadWithin && pages.hasPreviousPage && !pages.isFetchPreviousPageError)
      void pages.fetchPreviousPage();
    else if (below < loadWithin && pages.hasNextPage && !pages.isFetchNextPageError)
      void pages.fetchNextPage();
  });
  useEffect(() => {
    const element = scroller.current;
    const listen = () => onScroll();
    element?.addEventListener("scroll", listen, { passive: true });
    return () => element?.removeEventListener("scroll", listen);
  }, []);
  // A page that came in may still not fill the screen.
  useEffect(() => {
    if (messages.length > 0) onScroll();
  }, [messages]);

  const jump = (id: number) => {
    const index = indexOf(id);
    if (index < 0) return acts.onJump(id);
    wasAtEnd.current = false;
    virtualizer.scrollToIndex(index, { align: "center" });
    const line = lines[index];
    if (line?.kind === "message") acts.onActive(line.message);
  };
  const step = (by: 1 | -1) => {
    const shown = lines.flatMap((line) => (line.kind === "message" ? [line.message] : []));
    const at = active ? shown.findIndex(({ id }) => id === active.id) : -1;
    const next = shown[at < 0 ? shown.length - 1 : at + by];
    if (next) jump(next.id);
  };
  // With every drawing: a key acts on what is shown now.
  useEffect(() => {
    keys.current = step;
  });

  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={scroller}
        role="log"
        aria-label={t("messages")}
        aria-live={isAtEnd ? "polite" : "off"}
        // Safari scrolls by keyboard only what can be focused.
        {...{ tabIndex: 0 }}
        className="h-full overflow-x-hidden overflow-y-auto overscroll-contain outline-offset-[-2px]"
      >
        <div className="mx-auto flex min-h-full max-w-4xl flex-col justify-end">
          <div className="relative w-full shrink-0" style={{ height: total }}>
            {virtualizer.getVirtualItems().map((item) => {
              const line = lines[item.index];
              return (
                <div
                  key={item.key}
                  ref={virtualizer.measureElement}
                  data-index={item.index}
                  className="absolute inset-x-0 top-0"
                  style={{ transform: `translateY(${item.start}px)` }}
                >
                  {line?.kind === "day" && (
                    <p className="px-4 pt-4 pb-1 text-center text-xs font-medium text-muted-foreground">
                      {date(new Date(line.at), { weekday: "short", day: "numeric", month: "long" })}
                    </p>
                  )}
                  {line?.kind === "message" && (
                    <ChatMessage
                      message={line.message}
                      parts={line.parts}
                      isFirst={line.isFirst}
                      isActive={line.parts.some(({ id }) => id === active?.id)}
                      isChosen={selection.chosen.has(line.message.id)}
                      isChoosing={selection.chosen.size > 0}
                      onActive={() => acts.onActive(line.message)}
                      onToggle={() => selection.toggle(line.message)}
                      onJump={jump}
                      onLook={(shown, at) => setPictures({ pictures: shown, at })}
                    />
                  )}
                </div>
              );
            })}
          </div>
        </div>
      </div>
      <ChatLogStatus pages={pages} />
      {!isAtEnd && (
        <Button
          variant="outline"
          size="icon"
          aria-label={t("toLatest")}
          className="absolute right-4 bottom-3 rounded-full shadow-lifted"
          onClick={() => {
            wasAtEnd.current = true;
            if (isWhole) virtualizer.scrollToEnd();
            else acts.onJump(null);
          }}
        >
          <ChevronDown aria-hidden />
        </Button>
      )}
      <Suspense>{pictures && <PictureViewer {...pictures} onClose={() => setPictures(null)} />}</Suspense>
    </div>
  );
}
