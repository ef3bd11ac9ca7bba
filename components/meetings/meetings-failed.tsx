import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";

/** What was asked for could not be fetched. */
export function MeetingsFailed({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations("Meetings");
  return (
    <Alert live tone="destructive" title={t("failed")}>
      <Button variant="outline" size="small" className="mt-2" onClick={onRetry}>
        {t("retry")}
      </Button>
    </Alert>
  );
}
