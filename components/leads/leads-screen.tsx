"use client";

import { Columns3, Download, Ellipsis, Merge, Plus, Table2, Upload } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useDeferredValue, useRef, useState } from "react";
import { BoardView } from "@/components/leads/board-view";
import { ImportDialog } from "@/components/leads/import-dialog";
import { LeadSheet } from "@/components/leads/lead-sheet";
import type { LeadsFilter } from "@/components/leads/leads-filter";
import { MergeDialog } from "@/components/leads/merge-dialog";
import { NewLeadDialog } from "@/components/leads/new-lead-dialog";
import { TableView } from "@/components/leads/table-view";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { LeadDesk } from "@/server/domain/leads/lead-desk";

const views = [
  { view: "board", icon: Columns3 },
  { view: "table", icon: Table2 },
] as const;
type View = (typeof views)[number]["view"];

/** The view and the opened lead stand in the address, so that they can be shared. */
function useAddress() {
  const params = useSearchParams();
  const opened = Number(params.get("lead"));
  const go = (changes: Record<string, string | null>) => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(changes))
      if (value === null) next.delete(name);
      else next.set(name, value);
    window.history.replaceState(null, "", next.size > 0 ? `/leads?${next}` : "/leads");
  };
  return {
    view: (params.get("view") === "table" ? "table" : "board") as View,
    opened: Number.isInteger(opened) && opened > 0 ? opened : null,
    show: (view: View) => go({ view: view === "board" ? null : view }),
    open: (id: number | null) => go({ lead: id === null ? null : String(id) }),
  };
}

function filterOf(search: string, owner: string): LeadsFilter {
  return {
    ...(search && { search }),
    ...(owner && { ownerUserId: owner === "none" ? null : Number(owner) }),
  };
}

/** Leads as a board or a table, one opened beside them. */
export function LeadsScreen({ desk }: { desk: LeadDesk }) {
  const t = useTranslations("Leads");
  const address = useAddress();
  const [search, setSearch] = useState("");
  const [owner, setOwner] = useState("");
  const [dialog, setDialog] = useState<"new" | "import" | "merge" | null>(null);
  const filter = filterOf(useDeferredValue(search.trim()), owner);
  const exported = new URLSearchParams({
    ...(search.trim() && { search: search.trim() }),
    ...(owner && { ownerUserId: owner }),
  });
  // A dialog of the menu opens when the menu has given the focus back, so that it can be given back again.
  const asked = useRef<"import" | "merge" | null>(null);
  const close = () => setDialog(null);
  const reset = () => {
    setSearch("");
    setOwner("");
  };
  const View = address.view === "table" ? TableView : BoardView;
  const hasMenu = desk.may.import || desk.may.merge;
  return (
    <div className="flex h-full min-h-0 flex-col">
      <header className="flex flex-wrap items-center gap-x-4 gap-y-3 px-4 pt-5 pb-4 sm:px-6">
        <h1 className="mr-auto text-2xl font-semibold tracking-[-0.02em]">{t("title")}</h1>
        <div className="flex items-center gap-2">
          {hasMenu && (
            <DropdownMenu>
              <DropdownMenuTrigger asChild>
                <Button variant="ghost" size="icon" className="size-11" aria-label={t("menu")}>
                  <Ellipsis aria-hidden />
                </Button>
              </DropdownMenuTrigger>
              <DropdownMenuContent
                align="end"
                onCloseAutoFocus={() => {
                  if (asked.current) setDialog(asked.current);
                  asked.current = null;
                }}
              >
                {desk.may.import && (
                  <>
                    <DropdownMenuItem
                      onSelect={() => {
                        asked.current = "import";
                      }}
                    >
                      <Upload aria-hidden />
                      {t("import")}
                    </DropdownMenuItem>
                    <DropdownMenuItem asChild>
                      <a href={`/api/exports/leads?${exported}`} download>
                        <Download aria-hidden />
                        {t("export")}
                      </a>
                    </DropdownMenuItem>
                  </>
                )}
                {desk.may.merge && (
                  <DropdownMenuItem
                    onSelect={() => {
                      asked.current = "merge";
                    }}
                  >
                    <Merge aria-hidden />
                    {t("merge")}
                  </DropdownMenuItem>
                )}
              </DropdownMenuContent>
            </DropdownMenu>
          )}
          <Button onClick={() => setDialog("new")}>
            <Plus aria-hidden />
            {t("new")}
          </Button>
        </div>
        <search className="flex w-full flex-wrap items-center gap-2">
          <Input
            type="search"
            aria-label={t("search")}
            placeholder={t("search")}
            maxLength={100}
            className="max-w-72 max-sm:max-w-none"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
          <Select
            aria-label={t("owner")}
            className="w-52 max-sm:flex-1"
            value={owner}
            onChange={(event) => setOwner(event.target.value)}
          >
            <option value="">{t("ownerAll")}</option>
            <option value={desk.me}>{t("ownerMe")}</option>
            <option value="none">{t("ownerNone")}</option>
            {desk.owners
              .filter(({ id }) => id !== desk.me)
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </Select>
          <fieldset className="ml-auto flex rounded-lg border border-border p-0.5">
            <legend className="sr-only">{t("view")}</legend>
            {views.map(({ view, icon: Icon }) => (
              <button
                key={view}
                type="button"
                aria-pressed={address.view === view}
                className={cn(
                  "inline-flex h-9.5 items-center gap-2 rounded-md px-3 max-sm:h-10 text-sm text-muted-foreground transition-colors hover:text-foreground",
                  address.view === view && "bg-muted text-foreground",
                )}
                onClick={() => address.show(view)}
              >
                <Icon aria-hidden className="size-4" />
                <span className="max-sm:sr-only">{t(`views.${view}`)}</span>
              </button>
            ))}
          </fieldset>
        </search>
      </header>
      <div className="min-h-0 flex-1">
        <View filter={filter} onOpen={address.open} onNew={() => setDialog("new")} onReset={reset} />
      </div>
      <LeadSheet leadId={address.opened} desk={desk} onOpen={address.open} />
      <NewLeadDialog open={dialog === "new"} desk={desk} onClose={close} onMade={address.open} />
      <ImportDialog open={dialog === "import"} onClose={close} />
      <MergeDialog open={dialog === "merge"} onClose={close} />
    </div>
  );
}
