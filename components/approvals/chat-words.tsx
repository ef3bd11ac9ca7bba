import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";

/** What was last said in the chat that a message is to go to; read when it is opened. */
export function ChatWords({ approvalId }: { approvalId: number }) {
  const t = useTranslations("Approvals");
  const trpc = useTRPC();
  const format = useFormatter();
  const [open, setOpen] = useState(false);
  const { data, isError, refetch } = useQuery({
    ...trpc.approvals.context.queryOptions({ approvalId }),
    enabled: open,
  });
  return (
    <details
      className="mt-3 text-sm max-sm:-mb-2"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className="w-fit cursor-pointer rounded-md text-muted-foreground hover:text-foreground max-sm:py-2.5">
        {t("lastWords")}
      </summary>
      <div className="mt-2 space-y-2 border-l-2 border-border pl-3">
        {!data && !isError && <Skeleton className="h-10" />}
        {isError && (
          <p className="flex flex-wrap items-center gap-2">
            {t("wordsFailed")}
            <Button variant="outline" size="small" onClick={() => refetch()}>
              {t("retry")}
            </Button>
          </p>
        )}
        {data?.length === 0 && <p className="text-muted-foreground">{t("noWords")}</p>}
        {data?.map((message) => (
          <p key={message.id} className="break-words">
            <span className="font-medium">
              {message.author === "assistant" ? t("assistant") : message.authorName}
            </span>{" "}
            <time dateTime={message.sentAt} className="text-xs text-muted-foreground">
              {format.dateTime(new Date(message.sentAt), { dateStyle: "short", timeStyle: "short" })}
            </time>
            <br />
            <span className="whitespace-pre-wrap">{message.text || message.transcript || "…"}</span>
          </p>
        ))}
      </div>
    </details>
  );
}
