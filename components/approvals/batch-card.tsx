import { useQuery } from "@tanstack/react-query";
import { Layers } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DecideButtons } from "@/components/approvals/decide-buttons";
import { ProposalCard } from "@/components/approvals/proposal-card";
import { useDecide } from "@/components/approvals/use-decide";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import type { ApprovalView } from "@/server/domain/approvals/schema";

type BatchCardProps = {
  first: ApprovalView;
  batch: NonNullable<ApprovalView["batch"]>;
  count: number;
  fingerprint: string | null;
  decides: boolean;
};

/** The messages of a batch that have one status: decided on together, or each alone once they are unfolded. */
export function BatchCard({ first, batch, count, fingerprint, decides }: BatchCardProps) {
  const t = useTranslations("Approvals");
  const trpc = useTRPC();
  const decide = useDecide();
  const [open, setOpen] = useState(false);
  const all = useQuery({
    ...trpc.approvals.batch.queryOptions({ batchId: batch.id, status: first.status }),
    enabled: open,
  });
  // Unfolded, each message says what was read; the fingerprint stands for all of them.
  const read =
    open && all.data
      ? { texts: Object.fromEntries(all.data.map(({ id, text }) => [id, text])) }
      : { fingerprint: fingerprint ?? undefined };
  return (
    <Card
      role="group"
      data-proposal
      tabIndex={-1}
      aria-label={batch.name}
      className="p-4 outline-none focus:ring-2 focus:ring-ring sm:p-5"
    >
      <div className="flex items-start gap-3">
        <span className="grid size-9 shrink-0 place-items-center rounded-xl bg-accent text-accent-foreground">
          <Layers aria-hidden className="size-4.5" />
        </span>
        <div className="min-w-0 flex-1">
          <h2 className="line-clamp-2 font-medium [overflow-wrap:anywhere]" title={batch.name}>
            {t("batch", { count, name: batch.name })}
          </h2>
          <p className="mt-0.5 flex flex-wrap gap-x-2 text-sm text-muted-foreground max-sm:flex-col">
            <span className="max-w-full truncate">{t("from", { name: first.sourceName })}</span>
            {batch.delaySeconds > 0 && (
              <>
                <span aria-hidden className="max-sm:hidden">
                  ·
                </span>
                <span>{t("pause", { seconds: batch.delaySeconds })}</span>
              </>
            )}
          </p>
        </div>
      </div>
      {!open && (
        <p className="mt-3 line-clamp-3 rounded-xl bg-muted/70 px-4 py-3 text-sm break-words whitespace-pre-wrap">
          <span className="font-medium">{first.chat.title}: </span>
          {first.text}
        </p>
      )}
      {decides && first.isOwn && <p className="mt-3 text-sm text-muted-foreground">{t("own")}</p>}
      <div className="mt-4 flex flex-wrap items-center gap-2">
        {decides && !first.isOwn && (
          <DecideButtons
            approveLabel={t("approveAll", { count })}
            rejectLabel={t("rejectAll", { count })}
            busy={decide.isPending}
            onDecide={(verdict, reason) =>
              decide.mutate({ what: { batchId: batch.id }, verdict, reason, ...read })
            }
          />
        )}
        <Button
          variant="ghost"
          size="small"
          className="first:-ml-3"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? t("hideAll") : t("showAll", { count })}
        </Button>
      </div>
      {open && (
        <ul className="mt-4 space-y-3">
          {all.isPending && <Skeleton className="h-32 rounded-2xl" />}
          {all.isError && (
            <li className="flex flex-wrap items-center gap-2 text-sm">
              {t("failedToLoad")}
              <Button variant="outline" size="small" onClick={() => all.refetch()}>
                {t("retry")}
              </Button>
            </li>
          )}
          {all.data?.map((approval) => (
            <li key={approval.id}>
              <ProposalCard approval={approval} decides={decides} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
