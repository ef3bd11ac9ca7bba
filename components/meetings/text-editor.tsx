"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { toast } from "sonner";
import { Field } from "@/components/meetings/field";
import { fillPlaceholders, placeholdersOf } from "@/components/meetings/fill-placeholders";
import { useSampleValues } from "@/components/meetings/use-sample-values";
import { useTextNames } from "@/components/meetings/use-text-names";
import { useTRPC } from "@/components/shell/trpc";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Textarea } from "@/components/ui/textarea";
import type { MeetingTextView } from "@/server/domain/meetings/schema";

type TextEditorProps = { text: MeetingTextView; origin: "own" | "file" | "built_in" };

/** One text of the bot: written on the left, shown with sample values on the right. */
export function TextEditor({ text, origin }: TextEditorProps) {
  const t = useTranslations("Meetings");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const nameOf = useTextNames();
  const samples = useSampleValues();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const given = text.fromFile ?? text.builtIn;
  const [words, setWords] = useState(text.own ?? given);
  const [trouble, setTrouble] = useState<string | null>(null);
  const unknown = placeholdersOf(words).filter((name) => !text.placeholders.includes(name));
  const braced = (names: string[]) => names.map((name) => `{${name}}`).join(", ");
  const save = useMutation(
    trpc.meetings.saveText.mutationOptions({
      onSuccess: (result, { text: saved }) => {
        if (!result.ok) {
          const names = result.reason === "unknown_placeholder" ? result.unknown : [];
          return setTrouble(
            names.length > 0
              ? t("unknownPlaceholders", { count: names.length, names: braced(names) })
              : t("changeFailed"),
          );
        }
        if (saved === "") setWords(given);
        toast.success(t(saved === "" ? "textReset" : "textSaved"));
      },
      onError: () => setTrouble(t("changeFailed")),
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.meetings.texts.queryKey() }),
    }),
  );
  const send = (next: string) => {
    setTrouble(null);
    if (!save.isPending) save.mutate({ key: text.key, text: next });
  };
  const insert = (name: string) => {
    const { selectionStart = words.length, selectionEnd = words.length } = field.current ?? {};
    const put = `{${name}}`;
    setWords(words.slice(0, selectionStart) + put + words.slice(selectionEnd));
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(selectionStart + put.length, selectionStart + put.length);
    });
  };
  const isUnchanged = words.trim() === (text.own ?? given);
  return (
    <Card className="min-w-0 p-5">
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="mr-auto font-semibold tracking-tight">{nameOf(text.key)}</h2>
        <Badge tone={origin === "own" ? "accent" : "neutral"}>{t(`originLong.${origin}`)}</Badge>
      </div>
      <div className="mt-5 grid gap-6 xl:grid-cols-2">
        <form
          noValidate
          className="min-w-0 space-y-4"
          onSubmit={(event) => {
            event.preventDefault();
            if (unknown.length > 0) return field.current?.focus();
            // The same as without an own text is none.
            send(words.trim() === given.trim() ? "" : words.trim());
          }}
        >
          {trouble && <Alert live tone="destructive" title={trouble} />}
          <Field
            id={id}
            label={t("text")}
            problem={
              unknown.length > 0
                ? t("unknownPlaceholders", { count: unknown.length, names: braced(unknown) })
                : null
            }
          >
            {(control) => (
              <Textarea
                {...control}
                ref={field}
                dir="auto"
                className="min-h-56"
                value={words}
                maxLength={4000}
                onChange={({ target }) => setWords(target.value)}
              />
            )}
          </Field>
          {text.placeholders.length > 0 && (
            <div className="space-y-1.5">
              <p className="text-[13px] text-muted-foreground">{t("placeholders")}</p>
              <ul className="flex flex-wrap gap-1.5">
                {text.placeholders.map((name) => (
                  <li key={name}>
                    <button
                      type="button"
                      title={samples[name]}
                      className="min-h-7 rounded-md bg-muted px-2 font-mono text-xs transition-colors hover:bg-accent hover:text-accent-foreground max-sm:min-h-9"
                      onClick={() => insert(name)}
                    >{`{${name}}`}</button>
                  </li>
                ))}
              </ul>
            </div>
          )}
          <div className="flex flex-wrap gap-3">
            <Button type="submit" disabled={isUnchanged} aria-busy={save.isPending}>
              {t("save")}
            </Button>
            {text.own !== null && (
              <Button variant="ghost" aria-busy={save.isPending} onClick={() => send("")}>
                <RotateCcw aria-hidden />
                {t(text.fromFile === null ? "backToOurs" : "backToFile")}
              </Button>
            )}
          </div>
        </form>
        <section aria-label={t("preview")} className="min-w-0 space-y-1.5">
          <p className="text-sm font-medium">{t("preview")}</p>
          <div className="rounded-2xl bg-background p-4">
            <p
              dir="auto"
              className="w-fit max-w-full rounded-2xl rounded-tl-md bg-card px-4 py-2.5 text-sm leading-relaxed [overflow-wrap:anywhere] whitespace-pre-line shadow-soft"
            >
              {fillPlaceholders(words, samples) || t("previewEmpty")}
            </p>
          </div>
          {words.trim() !== text.builtIn.trim() && (
            <details className="pt-3 text-sm">
              <summary className="w-fit rounded-md text-muted-foreground hover:text-foreground">
                {t("oursIs")}
              </summary>
              <p
                dir="auto"
                className="mt-2 rounded-xl border border-border px-4 py-3 text-[13px] leading-relaxed whitespace-pre-line text-muted-foreground"
              >
                {text.builtIn}
              </p>
            </details>
          )}
        </section>
      </div>
    </Card>
  );
}
