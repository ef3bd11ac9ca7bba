"use client";

import { Check, CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { SupportForm } from "@/components/settings/use-support-form";
import { Button } from "@/components/ui/button";

type SaveBarProps = {
  form: Pick<SupportForm, "dirty" | "saving" | "saved" | "failed" | "discard"> & {
    problems: readonly unknown[];
  };
};

/** Says whether something is unsaved, saved or wrong, and saves; stays in sight while there is something to say. */
export function SaveBar({ form }: SaveBarProps) {
  const t = useTranslations("Settings");
  const { dirty, saving, saved, failed, problems } = form;
  const troubled = dirty && (failed || problems.length > 0);
  const words = troubled
    ? problems.length > 0
      ? t("checkFields", { count: problems.length })
      : t("saveFailed")
    : dirty
      ? t("unsaved")
      : saved
        ? t("saved")
        : "";
  return (
    <div
      className={
        dirty
          ? "sticky bottom-[calc(var(--shell-bottom)+1rem)] z-10 rounded-2xl border border-border bg-popover p-3 pl-5 shadow-lifted"
          : "rounded-2xl border border-transparent p-3 pl-5"
      }
    >
      <div className="flex min-h-9 flex-wrap items-center justify-between gap-x-4 gap-y-3">
        <p
          role="status"
          className={`flex items-center gap-2 text-sm font-medium ${troubled ? "text-destructive" : saved && !dirty ? "text-success" : ""}`}
        >
          {troubled && <CircleAlert aria-hidden className="size-4 shrink-0" />}
          {saved && !dirty && <Check aria-hidden className="size-4 shrink-0" />}
          {words}
        </p>
        {dirty && (
          <div className="ml-auto flex gap-2">
            <Button variant="ghost" size="small" disabled={saving} onClick={form.discard}>
              {t("discard")}
            </Button>
            <Button type="submit" size="small" aria-busy={saving}>
              {saving ? t("saving") : t("save")}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}
