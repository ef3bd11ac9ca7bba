import { List, Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { FilterBar } from "@/components/hub/filter-bar";
import type { HubFilters } from "@/components/hub/hub-address";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";

/** A search begins when the typing pauses. */
const pauseMs = 250;

type StreamHeaderProps = {
  filters: HubFilters;
  onFilter: (change: Partial<HubFilters>) => void;
  onShowChats: () => void;
};

/** What the stream is narrowed to: the words, and everything else. */
export function StreamHeader({ filters, onFilter, onShowChats }: StreamHeaderProps) {
  const t = useTranslations("Hub");
  const [words, setWords] = useState(filters.q);
  const [asked, setAsked] = useState(filters.q);
  const field = useRef<HTMLInputElement>(null);
  // The address was changed elsewhere: a saved view, Back.
  if (filters.q !== asked) {
    setAsked(filters.q);
    setWords(filters.q);
  }
  const find = useEffectEvent((q: string) => {
    if (q === filters.q) return;
    setAsked(q);
    onFilter({ q });
  });
  useEffect(() => {
    const timer = setTimeout(() => find(words.trim()), pauseMs);
    return () => clearTimeout(timer);
  }, [words]);
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
        <search className="relative block min-w-0 flex-1">
          <Search
            aria-hidden
            className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted-foreground"
          />
          <Input
            ref={field}
            data-key="/"
            type="search"
            value={words}
            maxLength={200}
            aria-label={t("search")}
            placeholder={t("searchHint")}
            className="h-10 pr-9 pl-9 sm:h-9 [&::-webkit-search-cancel-button]:hidden"
            onChange={({ target }) => setWords(target.value)}
          />
          {words ? (
            <button
              type="button"
              aria-label={t("clearSearch")}
              className="absolute top-1/2 right-1.5 grid size-7 after:absolute after:-inset-1.5 -translate-y-1/2 place-items-center rounded-md text-muted-foreground hover:bg-muted hover:text-foreground"
              onClick={() => {
                setWords("");
                field.current?.focus();
              }}
            >
              <X aria-hidden className="size-4" />
            </button>
          ) : (
            <kbd
              aria-hidden
              className="pointer-events-none absolute top-1/2 right-2.5 hidden -translate-y-1/2 rounded border border-border bg-muted px-1.5 font-sans text-[11px] text-muted-foreground sm:block"
            >
              /
            </kbd>
          )}
        </search>
      </div>
      <FilterBar filters={filters} onFilter={onFilter} />
    </div>
  );
}
