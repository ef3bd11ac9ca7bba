"use client";

import { MailCheck } from "lucide-react";
import { useTranslations } from "next-intl";

type CheckMailProps = { text: string; letters: "mail" | "console" };

/** After a letter was asked for: where to look. */
export function CheckMail({ text, letters }: CheckMailProps) {
  const t = useTranslations("Account");
  return (
    <div role="status" className="mt-8 rounded-2xl border border-border bg-card p-6 shadow-soft">
      <span className="grid size-11 place-items-center rounded-2xl bg-accent text-accent-foreground">
        <MailCheck aria-hidden className="size-5" />
      </span>
      <p className="mt-4 font-medium">{t("checkMail")}</p>
      <p className="mt-2 text-sm leading-relaxed break-words text-muted-foreground">{text}</p>
      {letters === "console" && (
        <p className="mt-3 text-sm leading-relaxed text-muted-foreground">{t("lettersInConsole")}</p>
      )}
    </div>
  );
}
