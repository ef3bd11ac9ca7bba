"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { useTRPC } from "@/components/shell/trpc";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { SourceDetail, SourceResult } from "@/server/domain/knowledge/schema";

const LIMIT = 200_000;
const languages = ["auto", "ru", "en"] as const;
const kinds = ["text", "markdown", "qa"] as const;
type Kind = (typeof kinds)[number];
type Refusal = Extract<SourceResult, { ok: false }>["reason"] | "failed" | "empty";

/** `question`: one that was left unanswered; its answer is to be written. */
type SourceFormProps = { kind: Kind; source?: SourceDetail; question?: string; onCancel?: () => void };

/** Writes a new text, or changes one. */
export function SourceForm({ kind: firstKind, source, question, onCancel }: SourceFormProps) {
  const t = useTranslations("Knowledge");
  const trpc = useTRPC();
  const router = useRouter();
  const queries = useQueryClient();
  const begun = question ? `${t("pairQuestion")}: ${question}\n${t("pairAnswer")}: ` : "";
  const [kind, setKind] = useState<Kind>(source?.kind ?? firstKind);
  const [length, setLength] = useState((source?.text ?? begun).length);
  const [missing, setMissing] = useState({ title: false, text: false });
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const answers = {
    onError: () => setRefusal("failed"),
    onSuccess: async (result: SourceResult) => {
      if (!result.ok) return setRefusal(result.reason);
      toast.success(t(source ? "changed" : "added"));
      await queries.invalidateQueries({ queryKey: trpc.knowledge.pathKey() });
      router.push(source ? `/knowledge/${result.sourceId}` : "/knowledge");
      router.refresh();
    },
  };
  const add = useMutation(trpc.knowledge.add.mutationOptions(answers));
  const change = useMutation(trpc.knowledge.change.mutationOptions(answers));
  const busy = add.isPending || change.isPending;

  // The fields keep what they hold themselves: what was typed before the page came to life is not lost.
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const data = new FormData(event.currentTarget);
    const [title, text] = [String(data.get("title")), String(data.get("text"))];
    const empty = { title: title.trim() === "", text: text.trim() === "" };
    setMissing(empty);
    if (empty.title || empty.text) return setRefusal("empty");
    setRefusal(null);
    const content = {
      title,
      text,
      kind: kinds.find((each) => each === data.get("kind")) ?? "text",
      language: languages.find((each) => each === data.get("language")) ?? "auto",
    };
    if (source) change.mutate({ ...content, sourceId: source.id, updatedAt: source.updatedAt });
    else add.mutate(content);
  }

  return (
    <Card className="p-5 sm:p-6">
      <form onSubmit={submit} noValidate className="space-y-5">
        <div className="grid gap-5 sm:grid-cols-[minmax(0,1fr)_11rem_14rem]">
          <div className="space-y-1.5">
            <Label htmlFor="source-title">{t("title")}</Label>
            <Input
              id="source-title"
              required
              maxLength={120}
              autoComplete="off"
              placeholder={t("titleExample")}
              name="title"
              defaultValue={source?.title}
              aria-invalid={missing.title}
            />
          </div>
          <div className="space-y-1.5">
            <Label htmlFor="source-kind">{t("kind")}</Label>
            <Select
              id="source-kind"
              name="kind"
              defaultValue={kind}
              onChange={(event) => setKind(kinds.find((each) => each === event.target.value) ?? "text")}
            >
              {kinds.map((each) => (
                <option key={each} value={each}>
                  {t(`kinds.${each}`)}
                </option>
              ))}
            </Select>
          </div>
          <div className="space-y-1.5">
            <Label htmlFor="source-language">{t("language")}</Label>
            <Select id="source-language" name="language" defaultValue="auto">
              {languages.map((each) => (
                <option key={each} value={each}>
                  {t(`languages.${each}`)}
                </option>
              ))}
            </Select>
          </div>
        </div>
        <div className="space-y-1.5">
          <div className="flex items-baseline justify-between gap-4">
            <Label htmlFor="source-text">{t("content")}</Label>
            <span className="text-xs text-muted-foreground tabular-nums">
              {t("characters", { count: length, limit: LIMIT })}
            </span>
          </div>
          <Textarea
            id="source-text"
            required
            maxLength={LIMIT}
            name="text"
            defaultValue={source?.text ?? begun}
            placeholder={t(`example.${kind}`)}
            aria-describedby="source-hint"
            aria-invalid={missing.text}
            onChange={(event) => setLength(event.target.value.length)}
            className="max-h-[60dvh] min-h-72 overflow-y-auto"
          />
          <p id="source-hint" className="text-sm leading-relaxed text-muted-foreground">
            {t(`hint.${kind}`)}
          </p>
        </div>
        {refusal && (
          <Alert live tone="destructive" title={t(`refusal.${refusal}`)}>
            {refusal === "changed_meanwhile" && t("changedMeanwhileHint")}
          </Alert>
        )}
        <div className="flex flex-wrap gap-3">
          <Button type="submit" aria-busy={busy}>
            {busy ? t("saving") : t(source ? "save" : "addIt")}
          </Button>
          {onCancel ? (
            <Button variant="ghost" onClick={onCancel}>
              {t("cancel")}
            </Button>
          ) : (
            <Button asChild variant="ghost">
              <Link href="/knowledge">{t("cancel")}</Link>
            </Button>
          )}
        </div>
      </form>
    </Card>
  );
}
