import Link from "next/link";
import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import type { MeetingView } from "@/server/domain/meetings/schema";

/** What has become of a meeting, with the way to the one that stands for it. */
export function MeetingBanners({ meeting }: { meeting: MeetingView }) {
  const t = useTranslations("Meetings");
  const { state, movedToId, movedFromId } = meeting;
  const link = (id: number, text: string) => (
    <Link href={`/meetings/${id}`} className="font-medium text-foreground underline underline-offset-3">
      {text}
    </Link>
  );
  return (
    <>
      {state === "cancelled" && (
        <Alert tone="warning" title={t("cancelledTitle")}>
          {t("cancelledText")}
        </Alert>
      )}
      {state === "moved" && (
        <Alert tone="warning" title={t("movedTitle")}>
          {movedToId === null ? t("movedText") : link(movedToId, t("movedLink"))}
        </Alert>
      )}
      {state === "planned" && movedFromId !== null && (
        <Alert tone="info" title={t("movedFromTitle")}>
          {link(movedFromId, t("movedFromLink"))}
        </Alert>
      )}
    </>
  );
}
