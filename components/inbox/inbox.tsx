"use client";

import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import { ChatTexts } from "@/components/chat/chat-texts";
import { ConversationList } from "@/components/inbox/conversation-list";
import { HearAgainProvider } from "@/components/inbox/hear-again-provider";
import type { ListFilter } from "@/components/inbox/list-filter";
import { LostBanner } from "@/components/inbox/lost-banner";
import { NothingChosen } from "@/components/inbox/nothing-chosen";
import { Thread } from "@/components/inbox/thread";
import { ThreadSkeleton } from "@/components/inbox/thread-skeleton";
import { useInboxKeys } from "@/components/inbox/use-inbox-keys";
import { useInboxLive } from "@/components/inbox/use-inbox-live";
import { useOutbox } from "@/components/inbox/use-outbox";
import { ShortcutsDialog } from "@/components/shell/shortcuts-dialog";
import { useTRPC } from "@/components/shell/trpc";
import { cn } from "@/components/ui/cn";

const shortcuts = [
  ["J", "keyNext"],
  ["K", "keyPrevious"],
  ["R", "keyReply"],
  ["N", "keyNote"],
  ["T", "keyTake"],
  ["E", "keyClose"],
  ["/", "keySearch"],
  ["Esc", "keyLeave"],
  ["?", "keyHelp"],
] as const;

/** A conversation stands in the address, so that it can be shared. */
function useChosen(): [number | null, (id: number | null) => void] {
  const id = Number(useSearchParams().get("c"));
  const chosen = Number.isInteger(id) && id > 0 ? id : null;
  const choose = useCallback(
    (next: number | null) => {
      const address = next === null ? "/inbox" : `/inbox?c=${next}`;
      // From the list one step back leads to it; from one conversation to the next there is none.
      if (chosen === null && next !== null) window.history.pushState(null, "", address);
      else window.history.replaceState(null, "", address);
    },
    [chosen],
  );
  return [chosen, choose];
}

/** All conversations of the workspace: the list, the chosen one and what is known of its customer. */
export function Inbox({ cursor }: { cursor: string }) {
  const t = useTranslations("Inbox");
  const trpc = useTRPC();
  const locale = useLocale();
  const [chosen, choose] = useChosen();
  const [filter, setFilter] = useState<ListFilter>({ state: "waiting", search: "" });
  const [shown, setShown] = useState<number[]>([]);
  const [helps, setHelps] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const { isLost } = useInboxLive(cursor);
  const outbox = useOutbox();
  const { data: counts } = useQuery(trpc.inbox.counts.queryOptions());
  const unread = counts?.unread ?? 0;

  useEffect(() => {
    const title = `${t("title")} · AssistChat`;
    document.title = unread > 0 ? `(${unread}) ${title}` : title;
  }, [t, unread]);

  const go = (by: 1 | -1) => {
    const at = chosen === null ? -1 : shown.indexOf(chosen);
    const next = shown[at < 0 ? 0 : at + by];
    if (next !== undefined) choose(next);
  };
  useInboxKeys(root, { go, help: () => setHelps(true), leave: () => choose(null) });

  return (
    <div ref={root} className="inbox @container/inbox flex h-full min-h-0 flex-col">
      <LostBanner isLost={isLost} />
      <div className="flex min-h-0 flex-1">
        <section
          aria-label={t("list")}
          className={cn(
            "flex w-full min-w-0 flex-col border-border @min-[46rem]/inbox:w-88 @min-[46rem]/inbox:shrink-0 @min-[46rem]/inbox:border-r @min-[88rem]/inbox:w-96",
            chosen !== null && "@max-[46rem]/inbox:hidden",
          )}
        >
          <ConversationList
            filter={filter}
            counts={counts}
            chosen={chosen}
            onFilter={setFilter}
            onChoose={choose}
            onShown={setShown}
          />
        </section>
        <div className={cn("flex min-w-0 flex-1", chosen === null && "@max-[46rem]/inbox:hidden")}>
          {chosen === null ? (
            <NothingChosen onHelp={() => setHelps(true)} />
          ) : (
            <ChatTexts embedded language={locale} fallback={<ThreadSkeleton />}>
              <HearAgainProvider>
                <Thread key={chosen} conversationId={chosen} outbox={outbox} onChoose={choose} />
              </HearAgainProvider>
            </ChatTexts>
          )}
        </div>
      </div>
      <ShortcutsDialog
        title={t("shortcuts")}
        closeLabel={t("close")}
        shortcuts={shortcuts.map(([key, meaning]) => [key, t(meaning)])}
        open={helps}
        onOpenChange={setHelps}
      />
    </div>
  );
}
