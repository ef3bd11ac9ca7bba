"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { MeetingsFailed } from "@/components/meetings/meetings-failed";
import { TextEditor } from "@/components/meetings/text-editor";
import { useTextNames } from "@/components/meetings/use-text-names";
import { BackLink } from "@/components/shell/back-link";
import { useTRPC } from "@/components/shell/trpc";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import type { MeetingTextView } from "@/server/domain/meetings/schema";

/** Whose words a text is made of now. */
function originOf(text: MeetingTextView): "own" | "file" | "built_in" {
  if (text.own !== null) return "own";
  return text.fromFile === null ? "built_in" : "file";
}

/** What the meeting bot says, one text at a time, each with a preview. */
export function TextsScreen() {
  const t = useTranslations("Meetings");
  const trpc = useTRPC();
  const nameOf = useTextNames();
  const texts = useQuery(trpc.meetings.texts.queryOptions());
  const [key, setKey] = useState<string | null>(null);
  const chosen = texts.data?.find((text) => text.key === key) ?? texts.data?.[0];
  return (
    <div className="space-y-6">
      <BackLink href="/meetings">{t("title")}</BackLink>
      <header>
        <h1 className="text-2xl font-semibold tracking-[-0.02em]">{t("texts")}</h1>
        <p className="mt-1.5 max-w-2xl text-muted-foreground">{t("textsText")}</p>
      </header>
      {texts.isError && !texts.data ? (
        <MeetingsFailed onRetry={() => void texts.refetch()} />
      ) : !texts.data ? (
        <div aria-busy className="grid gap-6 lg:grid-cols-[16rem_1fr]">
          <Skeleton className="h-96 max-lg:h-11" />
          <Skeleton className="h-96" />
        </div>
      ) : (
        <div className="grid items-start gap-6 lg:grid-cols-[16rem_minmax(0,1fr)]">
          <nav aria-label={t("texts")} className="max-lg:hidden">
            <ul className="space-y-0.5">
              {texts.data.map((text) => (
                <li key={text.key}>
                  <button
                    type="button"
                    aria-current={text.key === chosen?.key || undefined}
                    className={cn(
                      "flex min-h-9 w-full items-center justify-between gap-2 rounded-lg px-3 py-1.5 text-left text-sm text-muted-foreground transition-colors hover:bg-muted hover:text-foreground",
                      text.key === chosen?.key && "bg-muted font-medium text-foreground",
                    )}
                    onClick={() => setKey(text.key)}
                  >
                    <span className="truncate">{nameOf(text.key)}</span>
                    {originOf(text) !== "built_in" && (
                      <Badge tone={originOf(text) === "own" ? "accent" : "neutral"}>
                        {t(`origin.${originOf(text)}`)}
                      </Badge>
                    )}
                  </button>
                </li>
              ))}
            </ul>
          </nav>
          <Select
            aria-label={t("texts")}
            className="lg:hidden"
            value={chosen?.key}
            onChange={({ target }) => setKey(target.value)}
          >
            {texts.data.map((text) => (
              <option key={text.key} value={text.key}>
                {nameOf(text.key)} — {t(`origin.${originOf(text)}`)}
              </option>
            ))}
          </Select>
          {chosen && <TextEditor key={chosen.key} text={chosen} origin={originOf(chosen)} />}
        </div>
      )}
    </div>
  );
}
