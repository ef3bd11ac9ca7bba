import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ArrowLeft, Bell, BellOff, Ellipsis, ListFilter, PanelRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { ChatIcon } from "@/components/hub/chat-icon";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Skeleton } from "@/components/ui/skeleton";
import type { HubChatRow } from "@/server/domain/messages/hub/page-schema";

type ChatHeaderProps = {
  chat: HubChatRow | undefined;
  mayIgnore: boolean;
  onLeave: () => void;
  onDetails: () => void;
  onFilter: () => void;
};

/** Which chat it is, and what can be done with the whole of it. */
export function ChatHeader({ chat, mayIgnore, onLeave, onDetails, onFilter }: ChatHeaderProps) {
  const t = useTranslations("Hub");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const ignore = useMutation(
    trpc.hub.ignoreChat.mutationOptions({
      onSuccess: (_, { ignored }) => {
        toast(t(ignored ? "nowIgnored" : "nowWatched"));
        for (const at of [trpc.hub.chats, trpc.hub.chatInfo])
          void queries.invalidateQueries({ queryKey: at.pathKey() });
      },
      onError: () => toast.error(t("failed")),
    }),
  );
  return (
    <header className="flex h-16 shrink-0 items-center gap-2 border-b border-border px-3 sm:px-4">
      <Button variant="ghost" size="icon" aria-label={t("toStream")} title={t("toStream")} onClick={onLeave}>
        <ArrowLeft aria-hidden />
      </Button>
      {chat ? (
        <div className="min-w-0 flex-1">
          <h2 className="flex min-w-0 items-center gap-1.5 font-semibold">
            <ChatIcon type={chat.type} className="size-4 shrink-0 text-muted-foreground" />
            <span dir="auto" className="truncate" title={chat.title}>
              {chat.title}
            </span>
          </h2>
          <p className="truncate text-xs text-muted-foreground">
            {[
              chat.type !== "private" && chat.members > 0 && t("members", { count: chat.members }),
              t("recent", { count: chat.recent }),
              chat.botLeft && t("botLeft"),
              chat.ignored && t("isIgnored"),
            ]
              .filter(Boolean)
              .join(" · ")}
          </p>
        </div>
      ) : (
        <div aria-hidden className="flex-1 space-y-1.5">
          <Skeleton className="h-4 w-40" />
          <Skeleton className="h-3 w-24" />
        </div>
      )}
      <Button
        variant="ghost"
        size="icon"
        aria-label={t("details")}
        title={t("details")}
        className="@min-[66rem]/hub:hidden"
        onClick={onDetails}
      >
        <PanelRight aria-hidden />
      </Button>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button variant="ghost" size="icon" aria-label={t("more")}>
            <Ellipsis aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <DropdownMenuItem onSelect={onFilter}>
            <ListFilter aria-hidden />
            {t("searchInChat")}
          </DropdownMenuItem>
          {mayIgnore && chat && (
            <DropdownMenuItem onSelect={() => ignore.mutate({ chatId: chat.id, ignored: !chat.ignored })}>
              {chat.ignored ? <Bell aria-hidden /> : <BellOff aria-hidden />}
              {t(chat.ignored ? "watchChat" : "ignoreChat")}
            </DropdownMenuItem>
          )}
        </DropdownMenuContent>
      </DropdownMenu>
    </header>
  );
}
