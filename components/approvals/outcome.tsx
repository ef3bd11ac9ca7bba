import { useFormatter, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { type ApprovalView, SENDING_FAILURES } from "@/server/domain/approvals/schema";

/** What became of a proposal: who decided, why, and how its sending went. Nothing while it waits. */
export function Outcome({ approval }: { approval: ApprovalView }) {
  const t = useTranslations("Approvals");
  const format = useFormatter();
  const { status, decidedBy, decidedAt, reason, errorCode, sendAfter, sentAt, expiresAt } = approval;
  if (status === "pending") return null;
  const moment = (iso: string) => format.dateTime(new Date(iso), { dateStyle: "medium", timeStyle: "short" });
  const failure = SENDING_FAILURES.find((code) => code === errorCode);
  const why = status === "failed" && failure ? t(`failure.${failure}`) : reason;
  const name = decidedBy?.kind === "policy" ? t("policyName") : (decidedBy?.name ?? "");
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm text-muted-foreground">
      <Badge tone={tones[status]}>{t(`became.${status}`)}</Badge>
      {decidedBy && (
        <span>
          {t(status === "rejected" ? "rejectedBy" : "approvedBy", { name })}
          {decidedAt && (
            <>
              {" · "}
              <time dateTime={decidedAt}>{moment(decidedAt)}</time>
            </>
          )}
        </span>
      )}
      {status === "approved" && sendAfter && <span>{t("sendsAt", { time: moment(sendAfter) })}</span>}
      {sentAt && <span>{t("sentAt", { time: moment(sentAt) })}</span>}
      {status === "expired" && <span>{t("expiredAt", { time: moment(expiresAt) })}</span>}
      {why && <p className="w-full break-words text-foreground">{why}</p>}
    </div>
  );
}

const tones = {
  pending: "neutral",
  approved: "accent",
  sent: "success",
  failed: "destructive",
  rejected: "warning",
  expired: "neutral",
} as const;
