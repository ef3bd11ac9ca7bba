"use client";

import { useMutation } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import type { UsageView } from "@/server/domain/usage/schema";

type BudgetFormProps = {
  month: UsageView["month"];
  cautiousPrice: UsageView["cautiousPrice"];
  editable: boolean;
  refresh: () => Promise<void>;
};

/** What the server's key has cost this month and may cost at most; an empty field is no limit. */
export function BudgetForm({ month, cautiousPrice, editable, refresh }: BudgetFormProps) {
  const t = useTranslations("Profile.ai");
  const format = useFormatter();
  const trpc = useTRPC();
  const { spentMicros, heldMicros, budgetMicros } = month;
  const [typed, setTyped] = useState(budgetMicros === null ? "" : String(budgetMicros / 1_000_000));
  const save = useMutation(
    trpc.ai.setBudget.mutationOptions({
      onSuccess: async () => {
        toast.success(t("budgetSaved"));
        await refresh();
      },
      onError: () => toast.error(t("saveFailed")),
    }),
  );
  const dollars = typed.trim() === "" ? null : Number(typed.replace(",", "."));
  const wrong = dollars !== null && !(dollars >= 0 && dollars <= 1_000_000);
  const money = (micros: number) =>
    format.number(micros / 1_000_000, { style: "currency", currency: "USD", maximumFractionDigits: 4 });
  const used = spentMicros + heldMicros;
  const share = budgetMicros === null ? 0 : Math.min(1, used / Math.max(budgetMicros, 1));

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!wrong && !save.isPending) save.mutate({ dollars });
  }

  return (
    <div className="space-y-5">
      <div className="space-y-2">
        <p className="text-sm">
          {budgetMicros === null
            ? t("spentNoLimit", { spent: money(spentMicros) })
            : t("spentOf", { spent: money(spentMicros), budget: money(budgetMicros) })}
          {heldMicros > 0 && (
            <span className="text-muted-foreground"> {t("held", { held: money(heldMicros) })}</span>
          )}
        </p>
        {budgetMicros !== null && (
          <div
            role="progressbar"
            aria-label={t("budget")}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={Math.round(share * 100)}
            className="h-2 max-w-md overflow-hidden rounded-full bg-muted"
          >
            <div
              className={`h-full rounded-full ${share >= 0.9 ? "bg-destructive" : "bg-primary"}`}
              style={{ width: `${share * 100}%` }}
            />
          </div>
        )}
      </div>
      {editable && (
        <form noValidate onSubmit={submit} className="flex flex-wrap items-end gap-3">
          <Label htmlFor="budget-dollars" className="w-full">
            {t("budgetField")}
          </Label>
          <Input
            id="budget-dollars"
            inputMode="decimal"
            value={typed}
            placeholder={t("noLimit")}
            onChange={(event) => setTyped(event.target.value)}
            aria-invalid={wrong || undefined}
            aria-describedby="budget-hint"
            className="w-44"
          />
          <Button type="submit" variant="outline" disabled={wrong} aria-busy={save.isPending}>
            {t("saveBudget")}
          </Button>
          <p
            id="budget-hint"
            className={`w-full text-sm ${wrong ? "text-destructive" : "text-muted-foreground"}`}
          >
            {wrong ? t("budgetWrong") : t("budgetFieldHint")}
          </p>
        </form>
      )}
      {cautiousPrice && (
        <p className="text-sm leading-relaxed text-muted-foreground">{t("cautious", cautiousPrice)}</p>
      )}
    </div>
  );
}
