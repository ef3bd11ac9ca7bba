"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useDeferredValue, useState } from "react";
import { useTRPC } from "@/components/shell/trpc";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Label } from "@/components/ui/label";
import { Textarea } from "@/components/ui/textarea";
import type { Understanding } from "@/server/domain/intents/schema";

/** Tells what a message would be understood as without a model, and why, while it is typed. */
export function TryBox() {
  const t = useTranslations("Intents");
  const trpc = useTRPC();
  const [text, setText] = useState("");
  const asked = useDeferredValue(text.trim());
  const { data, isError, refetch } = useQuery({
    ...trpc.intents.tryMessage.queryOptions({ text: asked }),
    enabled: asked !== "",
    placeholderData: keepPreviousData,
  });
  return (
    <Card className="p-5 sm:p-6">
      <Label htmlFor="try-message">{t("try")}</Label>
      <Textarea
        id="try-message"
        className="mt-1.5"
        maxLength={4000}
        placeholder={t("tryPlaceholder")}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="mt-3 min-h-16 text-sm" aria-live="polite">
        {asked === "" ? (
          <p className="text-muted-foreground">{t("tryHint")}</p>
        ) : isError ? (
          <p className="text-destructive">
            {t("failed")}{" "}
            <button type="button" className="underline" onClick={() => void refetch()}>
              {t("retry")}
            </button>
          </p>
        ) : (
          data && <Verdict said={data} />
        )}
      </div>
    </Card>
  );
}

function Verdict({ said }: { said: Understanding }) {
  const t = useTranslations("Intents");
  const locale = useLocale();
  const { products, quantities, prices, dates, phones } = said.entities;
  const named = [
    ...products,
    ...quantities.map(({ value, unit }) => `${value.toLocaleString(locale)} ${unit}`.trim()),
    ...prices.map(({ value, currency }) => value.toLocaleString(locale, { style: "currency", currency })),
    ...dates,
    ...phones,
  ];
  const isCorrected = said.why[0] === "corrected";
  const why = isCorrected ? said.why.slice(1) : said.why;
  return (
    <div className="space-y-2">
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone="accent">{t(`intent.${said.intent}`)}</Badge>
        <span className="tabular-nums">{said.confidence.toLocaleString(locale, { style: "percent" })}</span>
        <Badge>{t(`sentiment.${said.sentiment}`)}</Badge>
        {said.urgent && (
          <Badge tone="destructive">
            {said.urgentWhy ? t("urgentWhy", { why: said.urgentWhy }) : t("urgent")}
          </Badge>
        )}
        <span className="text-muted-foreground">{t(`method.${isCorrected ? "person" : said.method}`)}</span>
      </p>
      {why.length > 0 && (
        <p className="break-words text-muted-foreground">{t("why", { why: why.join(" · ") })}</p>
      )}
      {named.length > 0 && (
        <p className="break-words text-muted-foreground">{t("named", { named: named.join(" · ") })}</p>
      )}
    </div>
  );
}
