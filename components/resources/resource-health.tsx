"use client";

import { useMutation } from "@tanstack/react-query";
import { CircleCheck, CircleX, HeartPulse } from "lucide-react";
import { useTranslations } from "next-intl";
import { errorReason } from "@/components/settings/error-reason";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";

/** Looks live whether the resource is listened for and answers. */
export function ResourceHealth({ resourceId }: { resourceId: number }) {
  const t = useTranslations("Resources.health");
  const trpc = useTRPC();
  const look = useMutation(trpc.resources.health.mutationOptions());
  return (
    <Card className="space-y-4 p-5 sm:p-6" aria-busy={look.isPending}>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="font-semibold tracking-tight">{t("title")}</h2>
        <Button variant="outline" disabled={look.isPending} onClick={() => look.mutate({ resourceId })}>
          <HeartPulse aria-hidden />
          {look.isPending ? t("looking") : t("look")}
        </Button>
      </div>
      {look.isError && (
        <p role="alert" className="text-sm text-destructive">
          {errorReason(look.error) === "rate_limited" ? t("tooOften") : t("failed")}
        </p>
      )}
      {look.data ? (
        <div role="status">
          <ul className="space-y-2.5 text-sm">
            {look.data.map(({ code, ok, detail, seconds }) => (
              <li key={code} className="flex gap-2.5">
                {ok ? (
                  <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-success" />
                ) : (
                  <CircleX aria-hidden className="mt-0.5 size-4 shrink-0 text-destructive" />
                )}
                <p className="min-w-0 break-words">
                  {t(`${ok ? "ok" : "wrong"}.${code}`, { seconds: seconds ?? -1 })}
                  {detail && <span className="block text-muted-foreground">{detail}</span>}
                </p>
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <p className="text-sm leading-relaxed text-muted-foreground">{t("hint")}</p>
      )}
    </Card>
  );
}
