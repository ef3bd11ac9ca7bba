import { Contact, Plus, SearchX } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

type NoLeadsProps = { isFiltered: boolean; onNew: () => void; onReset: () => void };

/** Why no lead is shown, and what to do next. */
export function NoLeads({ isFiltered, onNew, onReset }: NoLeadsProps) {
  const t = useTranslations("Leads");
  if (isFiltered)
    return (
      <EmptyState icon={SearchX} title={t("noneFound")} hint={t("noneFoundHint")}>
        <Button variant="outline" onClick={onReset}>
          {t("reset")}
        </Button>
      </EmptyState>
    );
  return (
    <EmptyState icon={Contact} title={t("empty")} hint={t("emptyHint")}>
      <Button onClick={onNew}>
        <Plus aria-hidden />
        {t("new")}
      </Button>
    </EmptyState>
  );
}
