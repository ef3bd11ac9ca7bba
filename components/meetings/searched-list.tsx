import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { MeetingsFailed } from "@/components/meetings/meetings-failed";
import { Pages } from "@/components/meetings/pages";
import { SearchField } from "@/components/ui/search-field";
import { Skeleton } from "@/components/ui/skeleton";

type SearchedListProps<Found> = {
  list: { data: Found | undefined; isError: boolean; refetch: () => unknown };
  /** What narrows it down beside the search; null where there is nothing to look through. */
  filter: ReactNode;
  search: string;
  onSearch: (words: string) => void;
  page: number;
  onPage: (page: number) => void;
  /** Shows what was found; null for nothing, and `none` stands there. */
  rows: (found: Found) => ReactNode;
  none: ReactNode;
};

/** People page by page: filter and search above them, and why none are shown. */
export function SearchedList<Found extends { pages: number; total: number }>(
  props: SearchedListProps<Found>,
) {
  const { list, filter, search, onSearch, page, onPage, rows, none } = props;
  const t = useTranslations("Meetings");
  const shown = list.data && rows(list.data);
  return (
    <>
      {filter && (
        <div className="flex flex-wrap items-center gap-3">
          {filter}
          <div className="flex min-w-48 flex-1 sm:max-w-96">
            <SearchField
              value={search}
              onSearch={onSearch}
              label={t("searchInvitees")}
              placeholder={t("searchInvitees")}
              clearLabel={t("clearSearch")}
              maxLength={200}
            />
          </div>
        </div>
      )}
      {list.isError && !list.data ? (
        <MeetingsFailed onRetry={() => void list.refetch()} />
      ) : !list.data ? (
        <div aria-busy className="space-y-2">
          {[1, 2, 3, 4, 5].map((row) => (
            <Skeleton key={row} className="h-14" />
          ))}
        </div>
      ) : shown ? (
        <>
          {shown}
          <Pages page={page} pages={list.data.pages} total={list.data.total} onPage={onPage} />
        </>
      ) : (
        none
      )}
    </>
  );
}
