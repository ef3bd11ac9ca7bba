import { useQueries, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ChatPicker } from "@/components/hub/chat-picker";
import { DaysForm } from "@/components/hub/days-form";
import { FilterChip, SwitchChip } from "@/components/hub/filter-chip";
import type { HubFilters } from "@/components/hub/hub-address";
import { OptionList } from "@/components/hub/option-list";
import { PersonPicker } from "@/components/hub/person-picker";
import { useDays } from "@/components/hub/use-days";
import { useTRPC } from "@/components/shell/trpc";
import { CONTACT_ROLES, INTENTS, SENTIMENTS } from "@/server/domain/messages/hub/schema";

type FilterBarProps = { filters: HubFilters; onFilter: (change: Partial<HubFilters>) => void };

/** Everything the stream can be narrowed by, in one row that scrolls where it is narrow. */
export function FilterBar({ filters, onFilter }: FilterBarProps) {
  const t = useTranslations("Hub");
  const trpc = useTRPC();
  const days = useDays();
  const { chatIds, contactId, roles, intents, sentiments, from, to } = filters;
  const { data: person } = useQuery({
    ...trpc.hub.contact.queryOptions({ contactId: contactId ?? 0 }),
    enabled: contactId !== null,
  });
  const titles = useQueries({
    queries: chatIds.slice(0, 1).map((chatId) => trpc.hub.chatInfo.queryOptions({ chatId })),
  });
  const named = <Name extends string>(names: readonly Name[], label: (name: Name) => string) =>
    names.length === 0 ? null : names.map(label).join(", ");
  const chats =
    chatIds.length === 0
      ? null
      : chatIds.length === 1
        ? (titles[0]?.data?.title ?? t("chat"))
        : t("chatsCount", { count: chatIds.length });
  return (
    <fieldset
      aria-label={t("filters")}
      className="flex min-w-0 gap-1.5 overflow-x-auto px-4 pb-3 [scrollbar-width:none] sm:px-5 @min-[46rem]/hub:flex-wrap"
    >
      <SwitchChip name={t("urgent")} isOn={filters.urgent} onChange={(urgent) => onFilter({ urgent })} />
      <FilterChip
        name={t("intent")}
        value={named(intents, (name) => t(`intent_${name}`))}
        onClear={() => onFilter({ intents: [] })}
      >
        {() => (
          <OptionList
            options={INTENTS.map((name) => ({ name, label: t(`intent_${name}`) }))}
            chosen={intents}
            onChange={(chosen) => onFilter({ intents: chosen })}
          />
        )}
      </FilterChip>
      <FilterChip
        name={t("sentiment")}
        value={named(sentiments, (name) => t(`sentiment_${name}`))}
        onClear={() => onFilter({ sentiments: [] })}
      >
        {() => (
          <OptionList
            options={SENTIMENTS.map((name) => ({ name, label: t(`sentiment_${name}`) }))}
            chosen={sentiments}
            onChange={(chosen) => onFilter({ sentiments: chosen })}
          />
        )}
      </FilterChip>
      <FilterChip name={t("chat")} value={chats} onClear={() => onFilter({ chatIds: [] })}>
        {() => <ChatPicker chosen={chatIds} onChange={(ids) => onFilter({ chatIds: ids })} />}
      </FilterChip>
      <FilterChip
        name={t("person")}
        value={contactId === null ? null : (person?.name ?? "…")}
        onClear={() => onFilter({ contactId: null })}
      >
        {(close) => (
          <PersonPicker
            chosen={contactId}
            onChoose={(id) => {
              onFilter({ contactId: id });
              close();
            }}
          />
        )}
      </FilterChip>
      <FilterChip
        name={t("role")}
        value={named(roles, (name) => t(`role_${name}`))}
        onClear={() => onFilter({ roles: [] })}
      >
        {() => (
          <OptionList
            options={CONTACT_ROLES.map((name) => ({ name, label: t(`role_${name}`) }))}
            chosen={roles}
            onChange={(chosen) => onFilter({ roles: chosen })}
          />
        )}
      </FilterChip>
      <FilterChip
        name={t("dates")}
        value={from || to ? days.range(from, to) : null}
        onClear={() => onFilter({ from: null, to: null })}
      >
        {(close) => <DaysForm from={from} to={to} onChange={onFilter} onDone={close} />}
      </FilterChip>
      <SwitchChip
        name={t("withFiles")}
        isOn={filters.hasFile}
        onChange={(hasFile) => onFilter({ hasFile })}
      />
      <SwitchChip
        name={t("withoutAutomatic")}
        isOn={filters.withoutAutomatic}
        onChange={(withoutAutomatic) => onFilter({ withoutAutomatic })}
      />
    </fieldset>
  );
}
