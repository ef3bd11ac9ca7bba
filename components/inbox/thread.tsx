import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { MessageCircleOff } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { Composer } from "@/components/inbox/composer";
import { DetailsPanel } from "@/components/inbox/details-panel";
import { ThreadHeader } from "@/components/inbox/thread-header";
import { ThreadLog } from "@/components/inbox/thread-log";
import { ThreadSkeleton } from "@/components/inbox/thread-skeleton";
import { useMarkRead } from "@/components/inbox/use-mark-read";
import type { Outbox } from "@/components/inbox/use-outbox";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { EmptyState } from "@/components/ui/empty-state";
import type { StaffMessageView } from "@/server/domain/conversations/inbox-schema";

type ThreadProps = { conversationId: number; outbox: Outbox; onChoose: (id: number | null) => void };

/** One conversation: its messages, where to answer, and beside them who writes. */
export function Thread({ conversationId, outbox, onChoose }: ThreadProps) {
  const t = useTranslations("Inbox");
  const trpc = useTRPC();
  const locale = useLocale() as "en" | "ru";
  const [replyTo, setReplyTo] = useState<StaffMessageView | null>(null);
  const [isDetailed, setDetailed] = useState(false);
  const thread = useQuery({
    ...trpc.inbox.thread.queryOptions({ conversationId, locale }),
    staleTime: 60_000,
  });
  const history = useInfiniteQuery({
    ...trpc.inbox.messages.infiniteQueryOptions(
      { conversationId, locale },
      {
        // Pages are told apart by their place: the newest one may hold them all.
        getNextPageParam: (last, pages) => {
          const oldest = pages
            .flatMap((page) => page.messages)
            .reduce<number | undefined>(earlier, undefined);
          return last.hasOlder ? oldest : undefined;
        },
      },
    ),
    // The stream keeps it fresh.
    staleTime: 5 * 60_000,
  });
  const messages = useMemo(
    () => history.data?.pages.toReversed().flatMap((page) => page.messages) ?? [],
    [history.data],
  );
  const pending = outbox.pending.filter(
    (message) =>
      message.conversationId === conversationId &&
      !messages.some(({ clientId }) => clientId === message.clientId),
  );
  const lastSeq = messages.at(-1)?.seq ?? 0;
  useMarkRead(thread.data?.row, lastSeq);

  const error = thread.error ?? (messages.length === 0 ? history.error : null);
  if (error) {
    const isUnknown = error.data?.httpStatus === 404;
    return (
      <EmptyState
        icon={MessageCircleOff}
        title={t(isUnknown ? "threadUnknown" : "threadFailed")}
        hint={isUnknown ? t("threadUnknownHint") : undefined}
        className="m-auto border-0"
      >
        {isUnknown ? (
          <Button variant="outline" size="small" onClick={() => onChoose(null)}>
            {t("back")}
          </Button>
        ) : (
          <Button
            variant="outline"
            size="small"
            onClick={() => void Promise.all([thread.refetch(), history.refetch()])}
          >
            {t("retry")}
          </Button>
        )}
      </EmptyState>
    );
  }
  if (!thread.data || !history.data) return <ThreadSkeleton />;
  const { row } = thread.data;
  return (
    <>
      <section
        aria-label={`${t("thread")}: ${row.contactName}`}
        className="@container/thread flex min-w-0 flex-1 flex-col"
      >
        <ThreadHeader row={row} onBack={() => onChoose(null)} onDetails={() => setDetailed(true)} />
        <ThreadLog
          row={row}
          messages={messages}
          pending={pending}
          outbox={outbox}
          older={{
            has: history.hasNextPage,
            isLoading: history.isFetchingNextPage,
            hasFailed: history.isFetchNextPageError,
            load: () => void history.fetchNextPage(),
          }}
          onReply={setReplyTo}
        />
        <Composer
          key={row.state === "closed" ? "closed" : "open"}
          row={row}
          uploads={outbox.uploadsOf(conversationId)}
          replyTo={replyTo}
          onReplyTo={setReplyTo}
          onSend={(draft) => outbox.send({ ...draft, conversationId, seenSeq: lastSeq })}
        />
      </section>
      <aside
        aria-label={t("details")}
        className="hidden w-80 shrink-0 overflow-y-auto border-l border-border @min-[72rem]/inbox:block"
      >
        <DetailsPanel thread={thread.data} className="p-5" onChoose={onChoose} />
      </aside>
      <Dialog open={isDetailed} onOpenChange={setDetailed}>
        <DialogContent shape="sheet" title={t("details")} closeLabel={t("close")} className="max-w-sm p-5">
          <DetailsPanel
            thread={thread.data}
            onChoose={(id) => {
              setDetailed(false);
              onChoose(id);
            }}
          />
        </DialogContent>
      </Dialog>
    </>
  );
}

function earlier(oldest: number | undefined, { seq }: StaffMessageView): number {
  return oldest === undefined ? seq : Math.min(oldest, seq);
}
