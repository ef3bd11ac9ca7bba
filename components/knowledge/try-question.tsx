"use client";

import { useMutation } from "@tanstack/react-query";
import { ArrowUp, BookOpen, Headset } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { handoverReason } from "@/components/knowledge/handover-reason";
import { useTRPC } from "@/components/shell/trpc";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import type { TriedQuestion } from "@/server/domain/knowledge/schema";

/** Asks as a customer would, and shows the answer with what it rests on. */
export function TryQuestion() {
  const t = useTranslations("Knowledge");
  const trpc = useTRPC();
  const [question, setQuestion] = useState("");
  const ask = useMutation(trpc.knowledge.tryQuestion.mutationOptions());

  function submit(event: FormEvent) {
    event.preventDefault();
    if (question.trim() !== "" && !ask.isPending) ask.mutate({ question });
  }

  return (
    <Card aria-labelledby="try-title" className="p-5">
      <h2 id="try-title" className="font-semibold tracking-tight">
        {t("tryTitle")}
      </h2>
      <p className="mt-1 text-sm leading-relaxed text-muted-foreground">{t("tryHint")}</p>
      <form onSubmit={submit} className="mt-4 flex gap-2">
        <Input
          aria-label={t("question")}
          placeholder={t("questionExample")}
          maxLength={1000}
          value={question}
          onChange={(event) => setQuestion(event.target.value)}
        />
        <Button type="submit" aria-label={t("ask")} aria-busy={ask.isPending} className="px-3.5">
          <ArrowUp aria-hidden />
        </Button>
      </form>
      <div aria-live="polite" aria-busy={ask.isPending} className="mt-4 empty:hidden">
        {ask.isPending && <p className="animate-pulse text-sm text-muted-foreground">{t("asking")}</p>}
        {ask.isError && <Alert tone="destructive" title={t("tryFailed")} />}
        {ask.data && !ask.isPending && <Tried tried={ask.data} />}
      </div>
    </Card>
  );
}

function Tried({ tried }: { tried: TriedQuestion }) {
  const t = useTranslations("Knowledge");
  return (
    <>
      {tried.sentences.length > 0 && (
        <div className="space-y-2.5 rounded-2xl rounded-bl-md bg-muted px-4 py-3 text-[15px] leading-relaxed">
          {tried.sentences.map((sentence) => (
            <div key={`${sentence.sourceId}:${sentence.text}`}>
              <p className="break-words whitespace-pre-line">{sentence.text}</p>
              {sentence.sourceId !== null && (
                <Link
                  href={`/knowledge/${sentence.sourceId}`}
                  title={[sentence.source, ...sentence.heading].join(" › ")}
                  className="mt-1 inline-flex max-w-full items-center gap-1.5 text-xs font-medium text-accent-foreground hover:underline"
                >
                  <BookOpen aria-hidden className="size-3.5 shrink-0" />
                  <span className="truncate">{[sentence.source, ...sentence.heading].join(" › ")}</span>
                </Link>
              )}
            </div>
          ))}
        </div>
      )}
      {tried.kind !== "answer" && (
        <p className="flex items-start gap-2.5 rounded-xl bg-warning-soft px-4 py-3 text-sm">
          <Headset aria-hidden className="mt-0.5 size-4 shrink-0 text-warning" />
          {tried.kind === "smalltalk"
            ? t("smalltalk")
            : t("handover", { reason: t(`reason.${handoverReason(tried.reason)}`) })}
        </p>
      )}
      {tried.nearest.length > 0 && (
        <details className="group mt-4 text-sm">
          <summary className="rounded-md font-medium text-muted-foreground hover:text-foreground">
            {t("nearest", { count: tried.nearest.length })}
          </summary>
          <ol className="mt-3 space-y-3">
            {tried.nearest.map((passage) => (
              <li key={`${passage.sourceId}:${passage.text}`} className="border-l-2 border-border pl-3">
                <p className="flex justify-between gap-3 text-xs text-muted-foreground">
                  <Link href={`/knowledge/${passage.sourceId}`} className="truncate hover:underline">
                    {[passage.source, ...passage.heading].join(" › ")}
                  </Link>
                  <span className="shrink-0 tabular-nums">{t("fit", { fit: passage.fit })}</span>
                </p>
                <p className="mt-1 line-clamp-3 break-words whitespace-pre-line">{passage.text}</p>
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}
