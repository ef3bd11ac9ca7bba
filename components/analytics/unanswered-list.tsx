"use client";

import { useQuery } from "@tanstack/react-query";
import { Check, Plus } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/components/shell/trpc";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton";

type Period = { from: string; to: string };
type ReasonKey = "other" | "not_found";

const shownAtFirst = 10;

/** The questions that the assistant left to people: to answer once and for all in the knowledge base. */
export function UnansweredList({ from, to }: Period) {
  const t = useTranslations("Analytics");
  const format = useFormatter();
  const trpc = useTRPC();
  const { data, isError, refetch } = useQuery(trpc.analytics.unanswered.queryOptions({ from, to }));
  const [reason, setReason] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  // A reason of a version to come has no words yet.
  const words = (name: string) =>
    t(`reason.${(t.has(`reason.${name as ReasonKey}`) ? name : "other") as ReasonKey}`);
  if (isError && !data)
    return (
      <Alert live tone="destructive" title={t("failed")}>
        <Button variant="outline" size="small" className="mt-3" onClick={() => void refetch()}>
          {t("retry")}
        </Button>
      </Alert>
    );
  if (!data) return <Skeleton className="h-40" />;
  if (data.questions.length === 0) return <EmptyState icon={Check} title={t("unansweredNone")} />;
  const chosen = data.questions.filter((question) => reason === null || question.reason === reason);
  const shown = all ? chosen : chosen.slice(0, shownAtFirst);
  const chip =
    "rounded-full border border-border px-3 py-1 text-sm max-sm:min-h-10 hover:border-input aria-pressed:border-primary aria-pressed:bg-accent aria-pressed:text-accent-foreground";
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <button type="button" className={chip} aria-pressed={reason === null} onClick={() => setReason(null)}>
          {t("all")}
        </button>
        {data.byReason.map(({ reason: name, count }) => (
          <button
            key={name}
            type="button"
            className={chip}
            aria-pressed={reason === name}
            onClick={() => setReason(name)}
          >
            {words(name)} <span className="tabular-nums opacity-70">{format.number(count)}</span>
          </button>
        ))}
      </div>
      <ul className="mt-4 divide-y divide-border/60">
        {shown.map(({ conversationId, question, reason: name, at }) => (
          <li key={conversationId} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
            <div className="min-w-0 flex-1 basis-64">
              <Link
                href={`/inbox?c=${conversationId}`}
                aria-label={t("open", { question })}
                className="block text-sm font-medium hover:underline max-sm:-mt-2.5 max-sm:py-2.5"
              >
                <span className="line-clamp-2 [overflow-wrap:anywhere]">{question}</span>
              </Link>
              <p className="mt-0.5 text-xs text-muted-foreground">
                {words(name)} · {format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" })}
              </p>
            </div>
            <Button asChild variant="outline" size="small">
              <Link href={`/knowledge/new?kind=qa&question=${encodeURIComponent(question.slice(0, 500))}`}>
                <Plus aria-hidden />
                {t("add")}
              </Link>
            </Button>
          </li>
        ))}
      </ul>
      {!all && chosen.length > shownAtFirst && (
        <Button variant="ghost" size="small" className="mt-2" onClick={() => setAll(true)}>
          {t("more")}
        </Button>
      )}
    </>
  );
}
