"use client";

import { FlaskConical } from "lucide-react";
import { type Messages, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { FieldValue } from "@/server/providers/form";

type Texts = Messages["Providers"];
/** The providers whose texts speak of a stand-in. */
type StandInSlug = {
  [Slug in keyof Texts]: Texts[Slug] extends { standIn: object } ? Slug : never;
}[keyof Texts];

type Filled = Record<string, FieldValue>;
type StandInProps = {
  provider: StandInSlug;
  /** Makes the account in the simulator; null when it does not answer. */
  make: () => Promise<Filled | null>;
  onFill: (values: Filled) => void;
};

/** Offers an account in the simulator, which fills the form in. */
export function StandIn({ provider, make, onFill }: StandInProps) {
  const t = useTranslations(`Providers.${provider}.standIn`);
  const [state, setState] = useState<"idle" | "working" | "failed">("idle");
  const fill = async () => {
    setState("working");
    const filled = await make();
    if (filled) onFill(filled);
    setState(filled ? "idle" : "failed");
  };
  return (
    <div className="flex flex-wrap items-center justify-between gap-4 rounded-xl bg-accent/60 p-4">
      <div className="min-w-0 flex-1 basis-56 text-sm">
        <p className="font-medium">{t("title")}</p>
        <p className="mt-0.5 leading-relaxed text-muted-foreground">{t("hint")}</p>
        {state === "failed" && (
          <p role="alert" className="mt-1 text-destructive">
            {t("failed")}
          </p>
        )}
      </div>
      <Button variant="outline" disabled={state === "working"} onClick={() => void fill()}>
        <FlaskConical aria-hidden />
        {state === "working" ? t("working") : t("button")}
      </Button>
    </div>
  );
}
