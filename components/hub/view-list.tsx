import {
  BellRing,
  Bookmark,
  Frown,
  Inbox,
  type LucideIcon,
  Plus,
  ShoppingBag,
  UserRound,
  X,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { type HubFilters, NO_FILTERS, readHubAddress, writeHubFilters } from "@/components/hub/hub-address";
import { useSavedViews } from "@/components/hub/use-saved-views";
import { Input } from "@/components/ui/input";

const own: {
  name: "all" | "urgent" | "orders" | "complaints" | "clients";
  icon: LucideIcon;
  filters: HubFilters;
}[] = [
  { name: "all", icon: Inbox, filters: NO_FILTERS },
  { name: "urgent", icon: BellRing, filters: { ...NO_FILTERS, urgent: true } },
  { name: "orders", icon: ShoppingBag, filters: { ...NO_FILTERS, intents: ["order", "interest"] } },
  { name: "complaints", icon: Frown, filters: { ...NO_FILTERS, intents: ["complaint"] } },
  { name: "clients", icon: UserRound, filters: { ...NO_FILTERS, roles: ["client"], withoutAutomatic: true } },
];

type ViewListProps = { filters: HubFilters; isStream: boolean; onChoose: (filters: HubFilters) => void };

/** Ready and saved views of the stream; what stands in the filters now can be kept. */
export function ViewList({ filters, isStream, onChoose }: ViewListProps) {
  const t = useTranslations("Hub");
  const { saved, save, drop } = useSavedViews();
  const [isNaming, setNaming] = useState(false);
  const [name, setName] = useState("");
  const query = writeHubFilters(filters);
  const isKnown =
    own.some((view) => writeHubFilters(view.filters) === query) || saved.some((view) => view.query === query);
  const keep = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim()) save({ name: name.trim().slice(0, 60), query });
    setName("");
    setNaming(false);
  };
  return (
    <nav aria-label={t("views")} className="max-h-[45%] shrink-0 overflow-y-auto p-2 pt-3">
      <ul className="space-y-0.5">
        {own.map((view) => (
          <li key={view.name}>
            <View
              icon={view.icon}
              name={t(`view_${view.name}`)}
              isChosen={isStream && writeHubFilters(view.filters) === query}
              onChoose={() => onChoose(view.filters)}
            />
          </li>
        ))}
        {saved.map((view) => (
          <li key={view.name} className="group/view relative [&>button:first-child]:pr-9">
            <View
              icon={Bookmark}
              name={view.name}
              isChosen={isStream && view.query === query}
              onChoose={() => onChoose(readHubAddress(new URLSearchParams(view.query)).filters)}
            />
            <button
              type="button"
              aria-label={t("dropView", { name: view.name })}
              className="absolute top-1/2 right-1 grid size-10 sm:size-6 -translate-y-1/2 place-items-center rounded-md text-muted-foreground opacity-0 group-hover/view:opacity-100 hover:bg-foreground/10 focus-visible:opacity-100 [@media(hover:none)]:opacity-100"
              onClick={() => drop(view)}
            >
              <X aria-hidden className="size-3.5" />
            </button>
          </li>
        ))}
      </ul>
      {isStream && !isKnown && !isNaming && (
        <button
          type="button"
          className="mt-1 flex h-10 w-full sm:h-8 items-center gap-2.5 rounded-lg px-2 text-sm text-muted-foreground hover:bg-muted hover:text-foreground"
          onClick={() => setNaming(true)}
        >
          <Plus aria-hidden className="size-4" />
          {t("saveView")}
        </button>
      )}
      {isNaming && (
        <form onSubmit={keep} className="mt-1 px-1">
          <Input
            autoFocus
            value={name}
            maxLength={60}
            aria-label={t("viewName")}
            placeholder={t("viewName")}
            className="h-10 sm:h-8"
            onChange={({ target }) => setName(target.value)}
            onKeyDown={({ key }) => key === "Escape" && setNaming(false)}
          />
        </form>
      )}
    </nav>
  );
}

type ViewProps = { icon: LucideIcon; name: string; isChosen: boolean; onChoose: () => void };

function View({ icon: Icon, name, isChosen, onChoose }: ViewProps) {
  return (
    <button
      type="button"
      aria-current={isChosen || undefined}
      className="flex h-10 w-full items-center gap-2.5 rounded-lg px-2 text-left text-sm transition-colors hover:bg-muted sm:h-8 aria-[current]:bg-accent aria-[current]:font-medium aria-[current]:text-accent-foreground"
      onClick={onChoose}
    >
      <Icon aria-hidden className="size-4 shrink-0 opacity-75" />
      <span className="truncate" title={name}>
        {name}
      </span>
    </button>
  );
}
