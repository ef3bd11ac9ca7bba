import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PickerState } from "@/components/hub/picker-state";
import { useTRPC } from "@/components/shell/trpc";
import { Input } from "@/components/ui/input";

type PersonPickerProps = { chosen: number | null; onChoose: (id: number) => void };

/** People and bots to choose from, found by name. */
export function PersonPicker({ chosen, onChoose }: PersonPickerProps) {
  const t = useTranslations("Hub");
  const trpc = useTRPC();
  const [search, setSearch] = useState("");
  const list = useQuery({
    ...trpc.hub.people.queryOptions({ search }),
    placeholderData: keepPreviousData,
  });
  const people = list.data ?? [];
  return (
    <div>
      <Input
        type="search"
        value={search}
        maxLength={100}
        aria-label={t("searchPeople")}
        placeholder={t("searchPeople")}
        className="h-10 sm:h-9"
        onChange={({ target }) => setSearch(target.value)}
      />
      <ul className="mt-2 max-h-64 overflow-y-auto">
        {people.map(({ id, name, username }) => (
          <li key={id}>
            <button
              type="button"
              aria-pressed={id === chosen}
              className="flex min-h-10 w-full sm:min-h-9 items-center gap-2 rounded-lg px-2 text-left text-sm hover:bg-muted aria-pressed:bg-accent"
              onClick={() => onChoose(id)}
            >
              <span className="min-w-0 truncate">{name}</span>
              {username && (
                <span className="min-w-0 truncate text-xs text-muted-foreground">@{username}</span>
              )}
            </button>
          </li>
        ))}
      </ul>
      <PickerState list={list} none={people.length === 0 ? t("noPeopleFound") : null} />
    </div>
  );
}
