"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Bell } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { NoticeList } from "@/components/shell/notice-list";
import { useTRPC } from "@/components/shell/trpc";
import { useNotices } from "@/components/shell/use-notices";
import { buttonClasses } from "@/components/ui/button-classes";
import { cn } from "@/components/ui/cn";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";

/** Opens what needs an eye; a dot tells of what came since the last look. */
export function NoticesBell({ className }: { className?: string }) {
  const t = useTranslations("Shell");
  const trpc = useTRPC();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const { data, isError, refetch } = useNotices();
  const { mutate: markRead } = useMutation({
    ...trpc.notices.markRead.mutationOptions(),
    onSuccess: () => client.invalidateQueries(trpc.notices.list.queryFilter()),
  });
  const unread = data?.unread ?? 0;
  function toggle(next: boolean) {
    setOpen(next);
    // Read once closed: until then the new ones keep their mark.
    if (!next && unread > 0) markRead();
  }
  return (
    <Popover open={open} onOpenChange={toggle}>
      <PopoverTrigger
        aria-label={unread > 0 ? t("noticesUnread", { count: unread }) : t("notices")}
        title={t("notices")}
        className={cn(buttonClasses({ variant: "ghost", size: "icon" }), "relative", className)}
      >
        <Bell aria-hidden />
        {unread > 0 && (
          <span
            aria-hidden
            className="absolute top-1.5 right-1.5 size-2 rounded-full bg-destructive ring-2 ring-background"
          />
        )}
      </PopoverTrigger>
      <PopoverContent align="start" aria-label={t("notices")} className="w-96 p-0">
        <NoticeList
          notices={data}
          failed={isError}
          onRetry={() => void refetch()}
          onFollow={() => toggle(false)}
        />
      </PopoverContent>
    </Popover>
  );
}
