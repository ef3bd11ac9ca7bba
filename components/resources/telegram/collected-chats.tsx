"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Megaphone, UsersRound } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useTRPC } from "@/components/shell/trpc";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import { Switch } from "@/components/ui/switch";
import type { CollectedChatView } from "@/server/domain/resources/schema";
import type { PanelProps } from "@/server/providers/pages";

/** The ordinary groups and channels that the bot is in, what keeps it from reading them, and whether it is to. */
export function CollectedChats({ resource: { id: resourceId, mayChange } }: PanelProps) {
  const t = useTranslations("Providers.telegram.chats");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const wanted = trpc.resources.chats.queryOptions({ resourceId });
  const { data, isError, refetch } = useQuery({ ...wanted, refetchInterval: 30_000 });
  const ignore = useMutation(
    trpc.hub.ignoreChat.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: wanted.queryKey }),
    }),
  );
  return (
    <Card className="space-y-4 p-5 sm:p-6" aria-labelledby="collected-chats">
      <div>
        <h2 id="collected-chats" className="font-semibold tracking-tight">
          {t("title")}
        </h2>
        <p className="mt-1 text-sm leading-relaxed text-muted-foreground">
          {data && !data.collects ? t("off") : t("hint")}
        </p>
      </div>
      {ignore.isError && <Alert live tone="destructive" title={t("failed")} />}
      {!data && !isError && <Skeleton className="h-16" />}
      {!data && isError && (
        <div role="alert" className="text-sm text-muted-foreground">
          <p>{t("unread")}</p>
          <Button variant="outline" size="small" className="mt-3" onClick={() => void refetch()}>
            {t("retry")}
          </Button>
        </div>
      )}
      {data?.chats.length === 0 && <p className="text-sm text-muted-foreground">{t("empty")}</p>}
      {data && data.chats.length > 0 && (
        <ul className="divide-y divide-border">
          {data.chats.map((chat) => (
            <ChatRow key={chat.id} chat={chat}>
              <Switch
                aria-label={t("collect", { title: chat.title })}
                checked={!(isBeingSet(ignore, chat)?.ignored ?? chat.ignored)}
                disabled={!mayChange || !data.collects || ignore.isPending}
                onCheckedChange={(collect) => ignore.mutate({ chatId: chat.id, ignored: !collect })}
              />
            </ChatRow>
          ))}
        </ul>
      )}
    </Card>
  );
}

type Setting = { chatId: number; ignored: boolean };

/** What is being saved of a chat, shown at once. */
function isBeingSet(
  { isPending, variables }: { isPending: boolean; variables: Setting | undefined },
  { id }: CollectedChatView,
): Setting | undefined {
  return isPending && variables?.chatId === id ? variables : undefined;
}

function ChatRow({ chat, children }: { chat: CollectedChatView; children: ReactNode }) {
  const t = useTranslations("Providers.telegram.chats");
  const Icon = chat.type === "channel" ? Megaphone : UsersRound;
  return (
    <li className="py-3 first:pt-0 last:pb-0">
      <div className="flex items-center gap-3">
        <Icon aria-hidden className="size-4 shrink-0 text-muted-foreground" />
        <div className="min-w-0 flex-1">
          <p
            className="line-clamp-2 text-sm font-medium [overflow-wrap:anywhere]"
            dir="auto"
            title={chat.title}
          >
            {chat.title}
          </p>
          <p className="text-xs text-muted-foreground">
            {chat.type === "channel" ? t("channel") : t("members", { count: chat.members })}
          </p>
        </div>
        {children}
      </div>
      {chat.obstacle && !chat.ignored && (
        <p
          className={`mt-2 rounded-lg px-3 py-2 text-[13px] leading-relaxed ${chat.obstacle === "not_admin" ? "bg-muted text-muted-foreground" : "bg-warning-soft"}`}
        >
          {t(`obstacle.${chat.obstacle}`)}
        </p>
      )}
    </li>
  );
}
