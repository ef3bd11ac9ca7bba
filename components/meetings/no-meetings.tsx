import { CalendarPlus, CalendarX, SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

type NoMeetingsProps = {
  kind: "month" | "coming" | "past" | "search";
  /** Null for who may make none. */
  onNew: (() => void) | null;
};

/** Why no meeting is shown, and what to do next. */
export function NoMeetings({ kind, onNew }: NoMeetingsProps) {
  const t = useTranslations("Meetings");
  if (kind === "search")
    return <EmptyState icon={SearchX} title={t("none.search")} hint={t("none.searchHint")} />;
  if (kind === "past")
    return <EmptyState icon={CalendarX} title={t("none.past")} hint={t("none.pastHint")} />;
  return (
    <EmptyState
      icon={CalendarPlus}
      title={t(`none.${kind}`)}
      hint={t(onNew ? "none.hint" : "none.readerHint")}
      className={kind === "month" ? "py-10" : undefined}
    >
      {onNew && (
        <Button variant={kind === "month" ? "outline" : "primary"} onClick={onNew}>
          {t("new")}
        </Button>
      )}
    </EmptyState>
  );
}
