import { SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { type HubFilters, NO_FILTERS, writeHubFilters } from "@/components/hub/hub-address";
import { SetupSteps } from "@/components/hub/setup-steps";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

type EmptyStreamProps = { filters: HubFilters; onFilter: (change: Partial<HubFilters>) => void };

/** Why there is nothing to read, and what to do next. */
export function EmptyStream({ filters, onFilter }: EmptyStreamProps) {
  const t = useTranslations("Hub");
  if (writeHubFilters(filters) === "") return <SetupSteps />;
  return (
    <EmptyState
      icon={SearchX}
      title={filters.q ? t("nothingFound", { words: filters.q }) : t("nothingMatches")}
      hint={t(filters.q ? "nothingFoundHint" : "nothingMatchesHint")}
      className="m-4 border-0 py-12"
    >
      <Button variant="outline" size="small" onClick={() => onFilter(NO_FILTERS)}>
        {t("showAll")}
      </Button>
    </EmptyState>
  );
}
