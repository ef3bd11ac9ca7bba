import { useQuery } from "@tanstack/react-query";
import { Flame } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { CorrectForm } from "@/components/hub/correct-form";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";

type UnderstandingProps = { messageId: number; onDone: () => void };

/** How a message came to be understood as it is, and the way to say better. */
export function Understanding({ messageId, onDone }: UnderstandingProps) {
  const t = useTranslations("Hub");
  const locale = useLocale();
  const trpc = useTRPC();
  const detail = useQuery(trpc.hub.message.queryOptions({ messageId }));
  if (detail.isError)
    return (
      <div role="alert" className="text-sm text-muted-foreground">
        <p>{t("failed")}</p>
        <Button variant="outline" size="small" className="mt-3" onClick={() => void detail.refetch()}>
          {t("retry")}
        </Button>
      </div>
    );
  if (!detail.data) return <Skeleton className="h-56" />;
  const { analysis, isWaiting, message } = detail.data;
  const sure = (analysis?.confidence ?? message.intentConfidence ?? 0).toLocaleString(locale, {
    style: "percent",
  });
  return (
    <div className="space-y-4 text-sm">
      <div>
        <p className="font-semibold">{t("howUnderstood")}</p>
        <p className="mt-1 text-[13px] leading-relaxed text-muted-foreground">
          {isWaiting
            ? t("waitsForAnalysis")
            : analysis
              ? t(`method_${analysis.method}`, { sure, model: analysis.model ?? t("someModel") })
              : t("notAnalysed")}
        </p>
      </div>
      {analysis?.urgentWhy && analysis.urgent && (
        <p className="flex gap-2 rounded-lg bg-destructive-soft px-3 py-2 text-[13px] leading-relaxed">
          <Flame aria-hidden className="mt-0.5 size-3.5 shrink-0 text-destructive" />
          <span className="min-w-0 [overflow-wrap:anywhere]">
            {t("urgentWhy", { why: analysis.urgentWhy })}
          </span>
        </p>
      )}
      {analysis?.machine?.intent && (
        <p className="text-[13px] text-muted-foreground">
          {t("machineSaid", { intent: t(`intent_${analysis.machine.intent}`) })}
        </p>
      )}
      {!isWaiting && analysis && (
        <CorrectForm
          // Another answer of the server begins the form anew.
          key={`${message.intent}${message.sentiment}${message.urgent}`}
          message={message}
          onDone={onDone}
        />
      )}
    </div>
  );
}
