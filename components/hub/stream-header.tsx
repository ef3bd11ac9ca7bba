import { List } from "lucide-react";
import { useTranslations } from "next-intl";
import { FilterBar } from "@/components/hub/filter-bar";
import type { HubFilters } from "@/components/hub/hub-address";
import { Button } from "@/components/ui/button";
import { SearchField } from "@/components/ui/search-field";

type StreamHeaderProps = {
  filters: HubFilters;
  onFilter: (change: Partial<HubFilters>) => void;
  onShowChats: () => void;
};

/** What the stream is narrowed to: the words, and everything else. */
export function StreamHeader({ filters, onFilter, onShowChats }: StreamHeaderProps) {
  const t = useTranslations("Hub");
  return (
    <div className="shrink-0 border-b border-border">
      <div className="flex items-center gap-2 px-4 pt-3 pb-3 sm:px-5">
        <Button
          variant="outline"
          size="icon"
          aria-label={t("chats")}
          className="@min-[46rem]/hub:hidden"
          onClick={onShowChats}
        >
          <List aria-hidden />
        </Button>
        <SearchField
          value={filters.q}
          onSearch={(q) => onFilter({ q })}
          label={t("search")}
          placeholder={t("searchHint")}
          clearLabel={t("clearSearch")}
          maxLength={200}
        />
      </div>
      <FilterBar filters={filters} onFilter={onFilter} />
    </div>
  );
}
