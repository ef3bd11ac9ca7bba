"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Copy, Pencil, RefreshCw, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { EmbeddingProgress } from "@/components/knowledge/embedding-progress";
import { SourceForm } from "@/components/knowledge/source-form";
import { useTRPC } from "@/components/shell/trpc";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { SourceDetail } from "@/server/domain/knowledge/schema";

const workingMs = 1500;

/** One text with the passages it was cut into, and what can be done with it. */
export function SourcePage({ initial }: { initial: SourceDetail }) {
  const t = useTranslations("Knowledge");
  const trpc = useTRPC();
  const router = useRouter();
  const queries = useQueryClient();
  const [editing, setEditing] = useState(false);
  const { data: source } = useQuery({
    ...trpc.knowledge.detail.queryOptions({ sourceId: initial.id }),
    initialData: initial,
    refetchInterval: ({ state }) =>
      state.data && state.data.embedded !== null && state.data.embedded < state.data.passages
        ? workingMs
        : false,
  });
  const onError = () => toast.error(t("notSaved"));
  const refresh = () => queries.invalidateQueries({ queryKey: trpc.knowledge.pathKey() });
  const reindex = useMutation(
    trpc.knowledge.reindex.mutationOptions({
      onError,
      onSuccess: async () => {
        toast.success(t("reindexed"));
        await refresh();
      },
    }),
  );
  const copy = useMutation(
    trpc.knowledge.copy.mutationOptions({
      onError,
      onSuccess: async (result) => {
        if (!result.ok) return;
        await refresh();
        router.push(`/knowledge/${result.sourceId}`);
      },
    }),
  );
  const remove = useMutation(
    trpc.knowledge.remove.mutationOptions({
      onError,
      onSuccess: async () => {
        toast.success(t("removed"));
        router.push("/knowledge");
        router.refresh();
      },
    }),
  );

  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-0">
          <h1 className="text-2xl font-semibold tracking-[-0.02em] break-words">{source.title}</h1>
          <p className="mt-2 flex flex-wrap items-center gap-2 text-sm text-muted-foreground">
            <Badge tone={source.enabled ? "success" : "neutral"}>
              {t(source.enabled ? "inUse" : "notInUse")}
            </Badge>
            <span>{t(`kinds.${source.kind}`)}</span>
            <span aria-hidden>·</span>
            <span className="uppercase">{source.language}</span>
          </p>
          <EmbeddingProgress source={source} />
        </div>
        {source.mayEdit && !editing && (
          <div className="flex flex-wrap gap-2">
            {source.file ? (
              <Button
                variant="outline"
                size="small"
                aria-busy={copy.isPending}
                onClick={() => copy.mutate({ sourceId: source.id })}
              >
                <Copy aria-hidden />
                {t("copy")}
              </Button>
            ) : (
              <Button size="small" onClick={() => setEditing(true)}>
                <Pencil aria-hidden />
                {t("edit")}
              </Button>
            )}
            <Button
              variant="outline"
              size="small"
              aria-busy={reindex.isPending}
              onClick={() => reindex.mutate({ sourceId: source.id })}
            >
              <RefreshCw aria-hidden className={reindex.isPending ? "animate-spin" : undefined} />
              {t("reindex")}
            </Button>
            {!source.file && (
              <ConfirmDialog
                destructive
                trigger={
                  <Button variant="outline" size="small" aria-busy={remove.isPending}>
                    <Trash2 aria-hidden />
                    {t("remove")}
                  </Button>
                }
                title={t("removeTitle", { title: source.title })}
                description={t("removeHint")}
                confirm={t("remove")}
                cancel={t("cancel")}
                onConfirm={() => remove.mutate({ sourceId: source.id })}
              />
            )}
          </div>
        )}
      </div>
      {source.file && (
        <Alert tone="info" title={t("fromFile", { file: source.file })} className="mt-6">
          {t("fromFileHint")}
        </Alert>
      )}
      <div className="mt-8">
        {editing ? (
          <SourceForm kind={source.kind} source={source} onCancel={() => setEditing(false)} />
        ) : (
          <Passages source={source} />
        )}
      </div>
    </>
  );
}

function Passages({ source }: { source: SourceDetail }) {
  const t = useTranslations("Knowledge");
  return (
    <section aria-labelledby="passages-title">
      <h2 id="passages-title" className="font-semibold tracking-tight">
        {t("passages", { count: source.passages })}
      </h2>
      <p className="mt-1 text-sm text-muted-foreground">{t("passagesHint")}</p>
      <ol className="mt-4 space-y-3">
        {source.passageList.map((passage) => (
          <li key={passage.id}>
            <Card className="px-5 py-4">
              {passage.heading.length > 0 && (
                <p className="mb-1.5 text-xs font-medium text-muted-foreground">
                  {passage.heading.join(" › ")}
                </p>
              )}
              <p className="text-[15px] leading-relaxed break-words whitespace-pre-line">{passage.text}</p>
            </Card>
          </li>
        ))}
      </ol>
    </section>
  );
}
