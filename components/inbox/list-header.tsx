import { useTranslations } from "next-intl";
import type { ListFilter } from "@/components/inbox/list-filter";
import { cn } from "@/components/ui/cn";
import { SearchField } from "@/components/ui/search-field";
import type { InboxCounts, InboxState } from "@/server/domain/conversations/inbox-schema";

const states: InboxState[] = ["waiting", "manager", "assistant", "closed", "all"];

type ListHeaderProps = {
  filter: ListFilter;
  counts: InboxCounts | undefined;
  onFilter: (filter: ListFilter) => void;
};

/** Which conversations the list shows: search, and the states with how many stand in each. */
export function ListHeader({ filter, counts, onFilter }: ListHeaderProps) {
  const t = useTranslations("Inbox");
  return (
    <div className="shrink-0 border-b border-border">
      <div className="px-4 pt-4">
        <h1 className="text-lg font-semibold tracking-tight">{t("title")}</h1>
        <div className="mt-3 flex">
          <SearchField
            value={filter.search}
            onSearch={(search) => onFilter({ ...filter, search })}
            label={t("search")}
            placeholder={t("searchHint")}
            clearLabel={t("clearSearch")}
            maxLength={100}
          />
        </div>
      </div>
      <fieldset aria-label={t("states")} className="mt-2.5 flex min-w-0 flex-wrap px-2 pb-2">
        {states.map((state) => (
          // Only what people have to work on is counted.
          <StateTab
            key={state}
            label={t(`state_${state}`)}
            count={state === "waiting" || state === "manager" ? counts?.[state] : undefined}
            isHot={state === "waiting"}
            isChosen={state === filter.state}
            onChoose={() => onFilter({ ...filter, state })}
          />
        ))}
      </fieldset>
    </div>
  );
}

type StateTabProps = {
  label: string;
  count: number | undefined;
  isHot: boolean;
  isChosen: boolean;
  onChoose: () => void;
};

function StateTab({ label, count, isHot, isChosen, onChoose }: StateTabProps) {
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      className="inline-flex h-8 shrink-0 items-center gap-1.5 rounded-lg px-1.5 text-[13px] font-medium text-muted-foreground transition-colors hover:bg-muted hover:text-foreground aria-pressed:bg-muted aria-pressed:text-foreground"
      onClick={onChoose}
    >
      {label}
      {count !== undefined && count > 0 && (
        <span className={cn("text-xs tabular-nums", isHot ? "font-semibold text-warning" : "opacity-80")}>
          {count > 999 ? "999+" : count}
        </span>
      )}
    </button>
  );
}
