import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/components/shell/trpc";
import { Input } from "@/components/ui/input";

type PersonPickerProps = { chosen: number | null; onChoose: (id: number) => void };

/** People and bots to choose from, found by name. */
export function PersonPicker({ chosen, onChoose }: PersonPickerProps) {
  const t = useTranslations("Hub");
  const trpc = useTRPC();
  const [search, setSearch] = useState("");
  const { data } = useQuery({
    ...trpc.hub.people.queryOptions({ search }),
    placeholderData: keepPreviousData,
  });
  return (
    <div>
      <Input
        type="search"
        value={search}
        maxLength={100}
        aria-label={t("searchPeople")}
        placeholder={t("searchPeople")}
        className="h-9"
        onChange={({ target }) => setSearch(target.value)}
      />
      <ul className="mt-2 max-h-64 overflow-y-auto">
        {data?.map(({ id, name, username }) => (
          <li key={id}>
            <button
              type="button"
              aria-pressed={id === chosen}
              className="flex min-h-9 w-full items-center gap-2 rounded-lg px-2 text-left text-sm hover:bg-muted aria-pressed:bg-accent"
              onClick={() => onChoose(id)}
            >
              <span className="min-w-0 truncate">{name}</span>
              {username && (
                <span className="min-w-0 truncate text-xs text-muted-foreground">@{username}</span>
              )}
            </button>
          </li>
        ))}
        {data?.length === 0 && (
          <li className="px-2 py-4 text-center text-sm text-muted-foreground">{t("noPeopleFound")}</li>
        )}
      </ul>
    </div>
  );
}
