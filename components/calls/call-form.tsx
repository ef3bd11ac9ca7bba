"use client";

import { useTimeZone, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Select } from "@/components/ui/select";

export type WantedMeeting = {
  clientId: string;
  topic: string;
  startsAt: string | null;
  durationMinutes: number;
};

type MeetingFormProps = {
  topic: string;
  submit: string;
  pending: boolean;
  trouble: string | null;
  onSubmit: (wanted: WantedMeeting) => void;
};

const durations = [15, 30, 45, 60, 90];
const hourMs = 3_600_000;

/** What a meeting is about, when it is and how long. One form is one meeting, however often it is sent. */
export function CallForm({ topic: initial, submit, pending, trouble, onSubmit }: MeetingFormProps) {
  const t = useTranslations("Calls");
  const pageZone = useTimeZone();
  const id = useId();
  const [clientId] = useState(() => crypto.randomUUID());
  const [topic, setTopic] = useState(initial);
  const [when, setWhen] = useState<"now" | "later">("now");
  const [time, setTime] = useState(nextHour);
  const [duration, setDuration] = useState(30);
  const [asked, setAsked] = useState(false);
  const startsAt = when === "now" ? null : time ? new Date(time) : undefined;
  const topicEmpty = asked && topic.trim() === "";
  const timeEmpty = asked && startsAt === undefined;
  return (
    <form
      noValidate
      className="space-y-5"
      onSubmit={(event) => {
        event.preventDefault();
        // React sends it on through the portal to a form around the dialog.
        event.stopPropagation();
        setAsked(true);
        const wrong = topic.trim() === "" ? "topic" : startsAt === undefined ? "time" : null;
        if (wrong) document.getElementById(`${id}-${wrong}`)?.focus();
        if (pending || wrong) return;
        const at = startsAt?.toISOString() ?? null;
        onSubmit({ clientId, topic: topic.trim(), startsAt: at, durationMinutes: duration });
      }}
    >
      {trouble && <Alert live tone="destructive" title={trouble} />}
      <div className="space-y-2">
        <Label htmlFor={`${id}-topic`}>{t("topic")}</Label>
        <Input
          id={`${id}-topic`}
          value={topic}
          maxLength={200}
          autoComplete="off"
          aria-invalid={topicEmpty || undefined}
          aria-describedby={topicEmpty ? `${id}-topic-problem` : undefined}
          onChange={({ target }) => setTopic(target.value)}
        />
        {topicEmpty && (
          <p id={`${id}-topic-problem`} className="text-sm text-destructive">
            {t("topicEmpty")}
          </p>
        )}
      </div>
      <div className="grid gap-5 sm:grid-cols-2">
        <div className="space-y-2">
          <Label htmlFor={`${id}-when`}>{t("when")}</Label>
          <Select
            id={`${id}-when`}
            value={when}
            onChange={({ target }) => setWhen(target.value === "later" ? "later" : "now")}
          >
            <option value="now">{t("now")}</option>
            <option value="later">{t("later")}</option>
          </Select>
        </div>
        <div className="space-y-2">
          <Label htmlFor={`${id}-duration`}>{t("duration")}</Label>
          <Select
            id={`${id}-duration`}
            value={duration}
            onChange={({ target }) => setDuration(Number(target.value))}
          >
            {durations.map((count) => (
              <option key={count} value={count}>
                {t("minutes", { count })}
              </option>
            ))}
          </Select>
        </div>
      </div>
      {when === "later" && (
        <div className="space-y-2">
          <Label htmlFor={`${id}-time`}>{t("time")}</Label>
          <Input
            id={`${id}-time`}
            type="datetime-local"
            value={time}
            aria-invalid={timeEmpty || undefined}
            aria-describedby={`${id}-time-hint`}
            onChange={({ target }) => setTime(target.value)}
          />
          <p
            id={`${id}-time-hint`}
            className={`text-[13px] ${timeEmpty ? "text-destructive" : "text-muted-foreground"}`}
          >
            {timeEmpty ? t("timeEmpty") : t("zone", { zone: browserZone() ?? pageZone ?? "UTC" })}
          </p>
        </div>
      )}
      <div className="flex justify-end">
        <Button type="submit" aria-busy={pending} disabled={pending}>
          {pending ? t("working") : submit}
        </Button>
      </div>
    </form>
  );
}

/** The next full hour as the field of a day and time holds it, in the browser's zone. */
function nextHour(): string {
  const at = new Date(Math.ceil((Date.now() + 1) / hourMs) * hourMs);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The zone in which the field's time is meant. */
function browserZone(): string | undefined {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
