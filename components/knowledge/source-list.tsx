"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { BookOpen, FileText, MessagesSquare, Plus, Search } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { EmbeddingProgress } from "@/components/knowledge/embedding-progress";
import { useTRPC } from "@/components/shell/trpc";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { Input } from "@/components/ui/input";
import { Switch } from "@/components/ui/switch";
import type { SourceView } from "@/server/domain/knowledge/schema";

type SourceListProps = { initial: { sources: SourceView[]; mayEdit: boolean } };

const workingMs = 1500;
const restingMs = 15_000;
/** Fewer texts than this are seen at a glance. */
const searchFrom = 6;

/** The texts that answers come from: which are used, and how far they are ready. */
export function SourceList({ initial }: SourceListProps) {
  const t = useTranslations("Knowledge");
  const trpc = useTRPC();
  const [search, setSearch] = useState("");
  const { data, isError, refetch } = useQuery({
    ...trpc.knowledge.list.queryOptions(),
    initialData: initial,
    refetchInterval: ({ state }) => (state.data?.sources.some(isWorking) ? workingMs : restingMs),
  });
  const { sources, mayEdit } = data;
  const wanted = search.trim().toLowerCase();
  const shown = sources.filter(({ title }) => title.toLowerCase().includes(wanted));

  return (
    <section aria-label={t("texts")}>
      <div className="flex flex-wrap items-center gap-3">
        {sources.length >= searchFrom && (
          <div className="relative min-w-48 flex-1">
            <Search
              aria-hidden
              className="pointer-events-none absolute top-1/2 left-3.5 size-4 -translate-y-1/2 text-muted-foreground"
            />
            <Input
              type="search"
              aria-label={t("search")}
              value={search}
              placeholder={t("search")}
              onChange={(event) => setSearch(event.target.value)}
              className="pl-10"
            />
          </div>
        )}
        {mayEdit && sources.length > 0 && (
          <Button asChild className="max-sm:w-full">
            <Link href="/knowledge/new">
              <Plus aria-hidden />
              {t("add")}
            </Link>
          </Button>
        )}
      </div>
      {isError && (
        <Alert live tone="warning" title={t("lost")} className="mt-4">
          <Button variant="outline" size="small" onClick={() => refetch()}>
            {t("retry")}
          </Button>
        </Alert>
      )}
      {sources.length === 0 ? (
        <EmptyState
          icon={BookOpen}
          title={t("empty")}
          hint={mayEdit ? t("emptyHint") : t("emptyHintManager")}
        >
          {mayEdit && (
            <>
              <Button asChild>
                <Link href="/knowledge/new">
                  <FileText aria-hidden />
                  {t("addText")}
                </Link>
              </Button>
              <Button asChild variant="outline">
                <Link href="/knowledge/new?kind=qa">
                  <MessagesSquare aria-hidden />
                  {t("addQa")}
                </Link>
              </Button>
            </>
          )}
        </EmptyState>
      ) : (
        <ul className="mt-4 divide-y divide-border overflow-hidden rounded-2xl border border-border bg-card shadow-soft">
          {shown.map((source) => (
            <SourceRow key={source.id} source={source} mayEdit={mayEdit} />
          ))}
          {shown.length === 0 && (
            <li className="px-5 py-10 text-center text-sm text-muted-foreground">{t("nothingFound")}</li>
          )}
        </ul>
      )}
    </section>
  );
}

function isWorking({ passages, embedded }: SourceView): boolean {
  return embedded !== null && embedded < passages;
}

function SourceRow({ source, mayEdit }: { source: SourceView; mayEdit: boolean }) {
  const t = useTranslations("Knowledge");
  const format = useFormatter();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const change = useMutation(
    trpc.knowledge.setEnabled.mutationOptions({
      onError: () => toast.error(t("notSaved")),
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.knowledge.list.queryKey() }),
    }),
  );
  const enabled = change.isPending ? change.variables.enabled : source.enabled;
  const Icon = source.kind === "qa" ? MessagesSquare : FileText;
  return (
    <li className="relative flex items-center gap-4 px-4 py-3.5 transition-colors hover:bg-muted/60 sm:px-5">
      <span
        className={cn(
          "grid size-9 shrink-0 place-items-center rounded-xl bg-accent text-accent-foreground",
          !enabled && "bg-muted text-muted-foreground",
        )}
      >
        <Icon aria-hidden className="size-4.5" />
      </span>
      <div className="min-w-0 flex-1">
        <Link
          href={`/knowledge/${source.id}`}
          title={source.title}
          className={cn(
            "block truncate font-medium after:absolute after:inset-0",
            !enabled && "text-muted-foreground",
          )}
        >
          {source.title}
        </Link>
        <p className="mt-0.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted-foreground">
          <span>{t("passages", { count: source.passages })}</span>
          <span aria-hidden>·</span>
          <span className="uppercase">{source.language}</span>
          <span aria-hidden>·</span>
          <time dateTime={source.updatedAt}>
            {format.dateTime(new Date(source.updatedAt), { dateStyle: "medium" })}
          </time>
          {source.file && (
            <Badge title={source.file} className="max-w-48 truncate">
              {t("file")}
            </Badge>
          )}
        </p>
        <EmbeddingProgress source={source} />
      </div>
      <Switch
        className="z-10"
        aria-label={t("use", { title: source.title })}
        checked={enabled}
        disabled={!mayEdit}
        onCheckedChange={(checked) => change.mutate({ sourceId: source.id, enabled: checked })}
      />
    </li>
  );
}
