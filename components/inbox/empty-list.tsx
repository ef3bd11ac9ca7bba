import { CheckCheck, Inbox, SearchX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ListFilter } from "@/components/inbox/list-filter";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

type EmptyListProps = { filter: ListFilter; onFilter: (filter: ListFilter) => void };

/** Why the list is empty, and what to do next. */
export function EmptyList({ filter: { state, search }, onFilter }: EmptyListProps) {
  const t = useTranslations("Inbox");
  const look = "m-4 border-0 px-4 py-12";
  if (search) {
    return (
      <EmptyState icon={SearchX} title={t("nothingFound")} hint={t("nothingFoundHint")} className={look}>
        {state !== "all" && (
          <Button variant="outline" size="small" onClick={() => onFilter({ state: "all", search })}>
            {t("searchAll")}
          </Button>
        )}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={state === "waiting" ? CheckCheck : Inbox}
      title={t(`empty_${state}`)}
      hint={t(`emptyHint_${state}`)}
      className={look}
    >
      {state === "all" && (
        <Button asChild variant="outline" size="small">
          <Link href="/resources">{t("connectBot")}</Link>
        </Button>
      )}
    </EmptyState>
  );
}
