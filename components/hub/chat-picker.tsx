import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PickerState } from "@/components/hub/picker-state";
import { useTRPC } from "@/components/shell/trpc";
import { Input } from "@/components/ui/input";

type ChatPickerProps = { chosen: number[]; onChange: (ids: number[]) => void };

/** Chats to choose from, found by name. */
export function ChatPicker({ chosen, onChange }: ChatPickerProps) {
  const t = useTranslations("Hub");
  const trpc = useTRPC();
  const [search, setSearch] = useState("");
  const list = useQuery({
    ...trpc.hub.chats.queryOptions({ search }),
    placeholderData: keepPreviousData,
  });
  const chats = list.data?.chats ?? [];
  return (
    <div>
      <Input
        type="search"
        value={search}
        maxLength={100}
        aria-label={t("searchChats")}
        placeholder={t("searchChats")}
        className="h-10 sm:h-9"
        onChange={({ target }) => setSearch(target.value)}
      />
      <ul className="mt-2 max-h-64 overflow-y-auto">
        {chats.map(({ id, title }) => {
          const isChosen = chosen.includes(id);
          return (
            <li key={id}>
              <button
                type="button"
                aria-pressed={isChosen}
                className="flex min-h-10 w-full sm:min-h-9 items-center gap-2 rounded-lg px-2 text-left text-sm hover:bg-muted"
                onClick={() => onChange(isChosen ? chosen.filter((one) => one !== id) : [...chosen, id])}
              >
                <span className="min-w-0 flex-1 truncate" title={title}>
                  {title}
                </span>
                {isChosen && <Check aria-hidden className="size-4 shrink-0 text-primary" />}
              </button>
            </li>
          );
        })}
      </ul>
      <PickerState list={list} none={chats.length === 0 ? t("noChatsFound") : null} />
    </div>
  );
}
