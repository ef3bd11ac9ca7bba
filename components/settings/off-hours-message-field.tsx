"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Clock } from "lucide-react";
import { useTranslations } from "next-intl";
import { FieldProblem } from "@/components/settings/field-problem";
import type { SupportForm } from "@/components/settings/use-support-form";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Label } from "@/components/ui/label";
import { Textarea } from "@/components/ui/textarea";

const placeholder = "{opening}";

/** What customers of one language are told out of hours, and how they will read it. */
export function OffHoursMessageField({ form, language }: { form: SupportForm; language: "en" | "ru" }) {
  const t = useTranslations("Settings");
  const { offHoursMessage } = form.settings;
  const { builtIn, opening: saved } = form.view.preview[language];
  const trpc = useTRPC();
  // The hours as they stand on the page, saved or not; while they are not valid, the last words that were.
  const { data: openings } = useQuery({
    ...trpc.workspaces.openingPreview.queryOptions({
      timeZone: form.timeZone,
      officeHours: form.settings.officeHours,
    }),
    placeholderData: keepPreviousData,
  });
  const opening = openings?.[language] ?? saved;
  const own = offHoursMessage[language];
  const path = `settings.offHoursMessage.${language}`;
  const problem = form.problemAt(path);
  const set = (text: string) =>
    form.change("offHoursMessage", { ...offHoursMessage, [language]: text }, `offHoursMessage.${language}`);
  return (
    <div className="space-y-2">
      <div className="flex min-h-9 flex-wrap items-center justify-between gap-x-4">
        <Label htmlFor={path}>{t(`messageIn.${language}`)}</Label>
        {own !== "" && !own.includes(placeholder) && (
          <Button
            variant="ghost"
            size="small"
            aria-label={t("insertOpeningIn", { language: t(`messageIn.${language}`) })}
            onClick={() => set(`${own.trimEnd()} ${placeholder}`)}
          >
            <Clock aria-hidden />
            {t("insertOpening")}
          </Button>
        )}
      </div>
      <Textarea
        id={path}
        lang={language}
        value={own}
        placeholder={builtIn}
        maxLength={1000}
        onChange={(event) => set(event.target.value)}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${path}-problem` : undefined}
      />
      <FieldProblem id={`${path}-problem`} problem={problem} />
      <figure className="rounded-xl bg-muted/70 p-4">
        <figcaption className="mb-2 text-xs font-medium text-muted-foreground">{t("preview")}</figcaption>
        <p
          lang={language}
          className="w-fit max-w-md rounded-2xl rounded-bl-md bg-accent px-4 text-accent-foreground py-2.5 text-sm leading-relaxed break-words whitespace-pre-line shadow-soft"
        >
          {(own.trim() || builtIn).replaceAll(placeholder, opening)}
        </p>
      </figure>
    </div>
  );
}
