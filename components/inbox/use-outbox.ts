"use client";

import { useQueryClient } from "@tanstack/react-query";
import { TRPCClientError } from "@trpc/client";
import { useLocale } from "next-intl";
import { useCallback, useMemo, useRef, useState } from "react";
import { newClientId } from "@/components/chat/new-client-id";
import { createUploads, type Uploads } from "@/components/chat/uploads/create-uploads";
import { postFile } from "@/components/chat/uploads/post-file";
import type { Upload } from "@/components/chat/uploads/upload";
import { showMessages } from "@/components/inbox/use-inbox-live";
import { useTRPC, useTRPCClient } from "@/components/shell/trpc";
import type { StaffMessageView } from "@/server/domain/conversations/inbox-schema";

export type SendTrouble = "closed" | "offline" | "file" | "busy" | "other";

/** What a member wrote and the server has not confirmed. */
export type PendingMessage = {
  clientId: string;
  conversationId: number;
  kind: "text" | "note";
  text: string;
  replyTo: StaffMessageView | null;
  /** The last message before the member's eyes. */
  seenSeq: number;
  uploads: Upload[];
  trouble: SendTrouble | null;
};

export type Outbox = ReturnType<typeof useOutbox>;

function troubleOf(error: unknown): SendTrouble {
  if (error instanceof FileTrouble) return "file";
  const data = error instanceof TRPCClientError ? error.data : undefined;
  if (data?.reason === "conversation_closed") return "closed";
  if (data?.httpStatus === 429) return "busy";
  return data === undefined || data === null ? "offline" : "other";
}

class FileTrouble extends Error {}

/** The files' ids once all are up; throws when one cannot be. */
function whenUp(uploads: Uploads, keys: string[]): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const found = keys.map((key) => uploads.find(key));
      if (found.some((upload) => !upload || upload.state === "failed" || upload.state === "refused")) {
        forget();
        reject(new FileTrouble());
      } else if (found.every((upload) => upload?.state === "ready")) {
        forget();
        resolve(found.flatMap((upload) => upload?.fileId ?? []));
      }
    };
    const forget = uploads.subscribe(look);
    look();
  });
}

/** Sends what is written at once and keeps what did not go, for every conversation of this page. */
export function useOutbox() {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const locale = useLocale() as "en" | "ru";
  const [pending, setPending] = useState<PendingMessage[]>([]);
  const trays = useRef(new Map<number, Uploads>());
  /** Messages of one conversation go one after another, in the order in which they were written. */
  const lines = useRef(new Map<number, Promise<void>>());

  const uploadsOf = useCallback((conversationId: number): Uploads => {
    const known = trays.current.get(conversationId);
    const made =
      known ??
      createUploads((...upload) => postFile({ "X-Conversation-Id": String(conversationId) }, ...upload));
    trays.current.set(conversationId, made);
    return made;
  }, []);

  return useMemo(() => {
    const drop = (clientId: string) =>
      setPending((before) => before.filter((message) => message.clientId !== clientId));
    const mark = (clientId: string, trouble: SendTrouble | null) =>
      setPending((before) =>
        before.map((message) => (message.clientId === clientId ? { ...message, trouble } : message)),
      );

    async function deliver(message: PendingMessage): Promise<void> {
      const { clientId, conversationId, kind, text, replyTo, seenSeq } = message;
      const uploads = uploadsOf(conversationId);
      const keys = message.uploads.map(({ key }) => key);
      try {
        const fileIds = await whenUp(uploads, keys);
        const common = { conversationId, clientId, text, locale };
        const stored =
          kind === "note"
            ? await client.inbox.note.mutate(common)
            : await client.inbox.reply.mutate({ ...common, fileIds, seenSeq, replyToId: replyTo?.id });
        showMessages(queries, trpc.inbox.messages.pathKey(), conversationId, [stored]);
        uploads.remove(keys);
        drop(clientId);
      } catch (error) {
        mark(clientId, troubleOf(error));
      }
    }
    function line(message: PendingMessage): void {
      const before = lines.current.get(message.conversationId) ?? Promise.resolve();
      lines.current.set(
        message.conversationId,
        before.then(() => deliver(message)),
      );
    }

    return {
      pending,
      uploadsOf,
      send: (draft: Omit<PendingMessage, "clientId" | "trouble">): void => {
        const message = { ...draft, clientId: newClientId(), trouble: null };
        setPending((before) => [...before, message]);
        line(message);
      },
      retry: (message: PendingMessage): void => {
        mark(message.clientId, null);
        uploadsOf(message.conversationId).again(message.uploads.map(({ key }) => key));
        line(message);
      },
      discard: (message: PendingMessage): void => {
        uploadsOf(message.conversationId).remove(message.uploads.map(({ key }) => key));
        drop(message.clientId);
      },
    };
  }, [pending, uploadsOf, client, queries, trpc, locale]);
}
