import { useSearchParams } from "next/navigation";

export type MeetingsView = "calendar" | "list";

/** What the page shows stands in its address, so that it can be shared and kept. */
export function useMeetingsAddress(thisMonth: string) {
  const params = useSearchParams();
  const month = params.get("month");
  const go = (changes: Record<string, string | null>) => {
    // What was changed in the same breath is in the address already.
    const next = new URLSearchParams(window.location.search);
    for (const [name, value] of Object.entries(changes))
      if (value === null || value === "") next.delete(name);
      else next.set(name, value);
    window.history.replaceState(null, "", next.size > 0 ? `/meetings?${next}` : "/meetings");
  };
  return {
    view: (params.get("view") === "list" ? "list" : "calendar") as MeetingsView,
    month: month && /^20\d\d-(0[1-9]|1[0-2])$/.test(month) ? month : thisMonth,
    past: params.get("when") === "past",
    search: params.get("search") ?? "",
    show: (view: MeetingsView) => go({ view: view === "list" ? "list" : null }),
    showMonth: (next: string) => go({ month: next === thisMonth ? null : next }),
    showPast: (past: boolean) => go({ when: past ? "past" : null }),
    searchFor: (words: string) => go({ search: words }),
  };
}
