"use client";

import { useNow, useTranslations } from "next-intl";
import { useId } from "react";
import { Field } from "@/components/meetings/field";
import type { MeetingDraft } from "@/components/meetings/meeting-draft";
import type { DraftChange } from "@/components/meetings/meeting-fields";
import { momentAt } from "@/components/meetings/moment-at";
import { useMeetingWords } from "@/components/meetings/use-meeting-words";
import { Input } from "@/components/ui/input";

type TimeZoneInputProps = {
  id: string;
  draft: MeetingDraft;
  problem: string | undefined;
  onChange: DraftChange;
};

/** The zone in which the day and time are meant, found by typing a part of its name; says when that is for the reader. */
export function TimeZoneInput({ id, draft, problem, onChange }: TimeZoneInputProps) {
  const t = useTranslations("Meetings");
  const words = useMeetingWords();
  const now = useNow();
  const list = useId();
  const zones = Intl.supportedValuesOf("timeZone");
  const { timeZone, day, time, durationMinutes } = draft;
  const isKnown = timeZone === "UTC" || zones.includes(timeZone);
  const startsAt = isKnown && day && time ? momentAt(day, time, timeZone) : null;
  const reader = startsAt && words.readerTime({ startsAt, durationMinutes, timeZone });
  const hint = reader
    ? t("forYou", { time: reader })
    : isKnown
      ? t("timeThere", { time: words.time(now, timeZone) })
      : t("zoneHint");
  return (
    <Field id={id} label={t("field.timeZone")} problem={problem} hint={hint}>
      {(control) => (
        <>
          <Input
            {...control}
            list={list}
            value={timeZone}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            placeholder="Europe/Moscow"
            onChange={({ target }) => onChange({ timeZone: target.value.trim() })}
          />
          <datalist id={list}>
            {zones.map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}
