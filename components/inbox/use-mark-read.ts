import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { usePageVisible } from "@/components/chat/use-page-visible";
import { useTRPC } from "@/components/shell/trpc";
import type { InboxRow } from "@/server/domain/conversations/inbox-schema";

/** Who looks at a conversation has read it up to `seq`, once each. */
export function useMarkRead(row: InboxRow | undefined, seq: number): void {
  const trpc = useTRPC();
  const isVisible = usePageVisible();
  const { mutate } = useMutation(trpc.inbox.markRead.mutationOptions());
  const marked = useRef(0);
  const conversationId = row?.id;
  const isNews = row !== undefined && row.unread > 0 && seq > row.staffReadSeq;
  useEffect(() => {
    if (!isVisible || !isNews || conversationId === undefined || marked.current >= seq) return;
    marked.current = seq;
    mutate({ conversationId, seq });
  }, [isVisible, isNews, conversationId, seq, mutate]);
}
