"use client";

import { useTranslations } from "next-intl";
import type { TopicView } from "@/components/simulator/simulator-views";
import { TopicIcon } from "@/components/simulator/topic-icon";
import { cn } from "@/components/ui/cn";

type TopicListProps = { topics: TopicView[]; chosen: number | null; onChoose: (id: number) => void };

/** The forum's topics, the newest first. */
export function TopicList({ topics, chosen, onChoose }: TopicListProps) {
  const t = useTranslations("Simulator");
  return (
    <nav aria-label={t("topics")} className="min-h-20 flex-1 overflow-y-auto p-1.5 [scrollbar-width:thin]">
      <ul className="space-y-0.5">
        {topics.map(({ id, name, mood, unread, last }) => (
          <li key={id}>
            <button
              type="button"
              aria-current={id === chosen ? "true" : undefined}
              onClick={() => onChoose(id)}
              className={cn(
                "flex w-full items-center gap-2.5 rounded-xl px-2 py-2 text-left transition-colors",
                id === chosen ? "bg-accent" : "hover:bg-muted",
              )}
            >
              <TopicIcon mood={mood} label={t("mood", { mood })} />
              <span className="min-w-0 flex-1">
                <span className="block truncate text-sm font-medium">{name}</span>
                <span className="block truncate text-xs text-muted-foreground">
                  {last
                    ? `${last.from?.first_name ?? ""}: ${last.text ?? last.caption ?? t(last.photo ? "photo" : "file")}`
                    : t("noMessages")}
                </span>
              </span>
              {unread > 0 && id !== chosen && (
                <span className="grid h-5 min-w-5 place-items-center rounded-full bg-primary px-1.5 text-[0.6875rem] font-semibold text-primary-foreground">
                  <span aria-hidden>{unread}</span>
                  <span className="sr-only">{t("unread", { count: unread })}</span>
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
