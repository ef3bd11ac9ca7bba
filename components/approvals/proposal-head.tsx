import { MessageCircle, UsersRound } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import type { ApprovalView } from "@/server/domain/approvals/schema";

/** Where a message is to go, who proposes it and how long it waits; `children` stand before it. */
export function ProposalHead({ approval, children }: { approval: ApprovalView; children?: ReactNode }) {
  const t = useTranslations("Approvals");
  const format = useFormatter();
  const { chat, sourceName, kind, status, createdAt, expiresAt } = approval;
  const Icon = chat.type === "private" ? MessageCircle : UsersRound;
  const moment = (iso: string) =>
    format.dateTime(new Date(iso), { day: "numeric", month: "short", hour: "numeric", minute: "2-digit" });
  return (
    <div className="flex items-start gap-3">
      {children}
      <span className="grid size-9 shrink-0 place-items-center rounded-xl bg-accent text-accent-foreground">
        <Icon aria-hidden className="size-4.5" />
      </span>
      <div className="min-w-0 flex-1">
        <h2 dir="auto" className="truncate text-left font-medium" title={chat.title}>
          {chat.title}
        </h2>
        <p className="mt-0.5 flex flex-wrap gap-x-2 text-sm text-muted-foreground max-sm:flex-col">
          <span className="max-w-full truncate">
            {t("from", { name: sourceName })} · {chat.resourceName}
          </span>
          <span aria-hidden className="max-sm:hidden">
            ·
          </span>
          <time dateTime={createdAt}>{t("proposedAt", { time: moment(createdAt) })}</time>
          {status === "pending" && (
            <>
              <span aria-hidden className="max-sm:hidden">
                ·
              </span>
              <time dateTime={expiresAt}>{t("expires", { time: moment(expiresAt) })}</time>
            </>
          )}
        </p>
      </div>
      {kind !== "message" && (
        <Badge className="max-w-32 truncate max-sm:hidden" title={t("kind", { kind })}>
          {kind}
        </Badge>
      )}
    </div>
  );
}
