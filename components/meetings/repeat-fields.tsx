"use client";

import { useNow, useTranslations } from "next-intl";
import { cronTimes } from "@/components/meetings/cron-times";
import { Field } from "@/components/meetings/field";
import { type MeetingDraft, REPEATS, repeatOf } from "@/components/meetings/meeting-draft";
import type { DraftChange } from "@/components/meetings/meeting-fields";
import { useMeetingWords } from "@/components/meetings/use-meeting-words";
import { useRepeatWords } from "@/components/meetings/use-repeat-words";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";

type RepeatFieldsProps = {
  id: string;
  draft: MeetingDraft;
  problem: string | undefined;
  onChange: DraftChange;
};

const shownTimes = 3;

/** Whether and how a meeting repeats, read back in words with its next days. */
export function RepeatFields({ id, draft, problem, onChange }: RepeatFieldsProps) {
  const t = useTranslations("Meetings");
  const repeat = repeatOf(draft);
  return (
    <div className="space-y-3">
      <Field id={`${id}-repeat`} label={t("field.repeat")} hint={repeat ? t("repeatHint") : undefined}>
        {(control) => (
          <Select
            {...control}
            value={draft.repeat}
            onChange={({ target }) => {
              const choice = REPEATS.find((one) => one === target.value) ?? "none";
              // Who turns to the five fields begins with what was chosen.
              const rule = repeat?.kind === "cron" && choice === "cron" ? { cron: repeat.cron } : {};
              onChange({ repeat: choice, ...rule });
            }}
          >
            {REPEATS.map((choice) => (
              <option key={choice} value={choice}>
                {t(`repeat.${choice}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {draft.repeat === "cron" && (
        <Field id={`${id}-cron`} label={t("field.cron")} problem={problem} hint={t("cronHint")}>
          {(control) => (
            <Input
              {...control}
              className="font-mono"
              value={draft.cron}
              maxLength={100}
              autoComplete="off"
              spellCheck={false}
              placeholder="0 10 * * 1,4"
              onChange={({ target }) => onChange({ cron: target.value })}
            />
          )}
        </Field>
      )}
      {repeat?.kind === "cron" && <CronReading cron={repeat.cron} timeZone={draft.timeZone} />}
    </div>
  );
}

function CronReading({ cron, timeZone }: { cron: string; timeZone: string }) {
  const t = useTranslations("Meetings");
  const words = useMeetingWords();
  const read = useRepeatWords();
  const now = useNow();
  const times = cronTimes(cron, timeZone, now, shownTimes);
  if (!times) return null;
  return (
    <div role="status" className="rounded-xl bg-muted/60 px-3.5 py-2.5 text-sm">
      <p className="first-letter:uppercase">{read({ kind: "cron", cron })}</p>
      {times.length > 0 && (
        <p className="mt-0.5 text-muted-foreground">
          {t("nextTimes", {
            times: times
              .map((at) => `${words.shortDay(at.toISOString(), timeZone)}, ${words.time(at, timeZone)}`)
              .join(" · "),
          })}
        </p>
      )}
    </div>
  );
}
