"use client";

import { Copy, Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { FieldProblem } from "@/components/settings/field-problem";
import type { SupportForm } from "@/components/settings/use-support-form";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Input } from "@/components/ui/input";
import type { Interval, Week, Weekday } from "@/server/domain/workspaces/schema";

const mostIntervals = 6;

/** Hours of each weekday; a day without any is closed. */
export function WeekEditor({ form }: { form: SupportForm }) {
  const t = useTranslations("Settings");
  const { officeHours } = form.settings;
  const setWeek = (week: Week, path: string) =>
    form.change("officeHours", { ...officeHours, week }, `officeHours.${path}`);
  // The schema keeps the days in the week's order.
  const weekdays = Object.keys(officeHours.week) as Weekday[];
  const copyMonday = () => {
    const { mon } = officeHours.week;
    setWeek({ ...officeHours.week, tue: mon, wed: mon, thu: mon, fri: mon }, "week");
  };
  return (
    <div>
      <ul className="divide-y divide-border/70">
        {weekdays.map((weekday) => (
          <DayRow
            key={weekday}
            weekday={weekday}
            form={form}
            onChange={(intervals) => setWeek({ ...officeHours.week, [weekday]: intervals }, "week")}
          />
        ))}
      </ul>
      <div className="mt-3 space-y-3">
        <FieldProblem id="week-problem" problem={form.problemAt("settings.officeHours.week")} />
        <Button variant="outline" size="small" onClick={copyMonday}>
          <Copy aria-hidden />
          {t("copyMonday")}
        </Button>
      </div>
    </div>
  );
}

type DayRowProps = { weekday: Weekday; form: SupportForm; onChange: (intervals: Interval[]) => void };

function DayRow({ weekday, form, onChange }: DayRowProps) {
  const t = useTranslations("Settings");
  const intervals = form.settings.officeHours.week[weekday];
  const name = t(`weekdays.${weekday}`);
  const isOpen = intervals.length > 0;
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 py-3">
      <span
        className={cn(
          "shrink-0 pt-2.5 text-sm font-medium max-sm:flex-1 sm:w-28",
          !isOpen && "text-muted-foreground",
        )}
      >
        {name}
      </span>
      <div className="min-w-0 space-y-2 max-sm:order-1 max-sm:basis-full sm:flex-1">
        {!isOpen && <p className="text-sm text-muted-foreground max-sm:pb-1 sm:pt-2.5">{t("closedDay")}</p>}
        {[...intervals.entries()].map(([index, interval]) => (
          <IntervalRow
            key={index}
            name={intervals.length > 1 ? `${name}, ${index + 1}` : name}
            path={`settings.officeHours.week.${weekday}.${index}`}
            form={form}
            interval={interval}
            onChange={(next) => onChange(intervals.with(index, next))}
            onRemove={() => onChange(intervals.toSpliced(index, 1))}
          />
        ))}
      </div>
      {intervals.length < mostIntervals && (
        <Button
          variant="ghost"
          size="small"
          className="mt-1"
          aria-label={t("addHoursTo", { day: name })}
          onClick={() => onChange([...intervals, nextInterval(intervals)])}
        >
          <Plus aria-hidden />
          <span className="max-sm:hidden">{t("addHours")}</span>
        </Button>
      )}
    </li>
  );
}

/** After a break of an hour, or the usual hours on a day that was closed. */
function nextInterval(intervals: Interval[]): Interval {
  const last = intervals.at(-1);
  const end = last && last.to > last.from ? Number(last.to.slice(0, 2)) : null;
  if (end === null || end > 21) return { from: "09:00", to: "18:00" };
  const hour = (value: number) => `${String(value).padStart(2, "0")}:00`;
  return { from: hour(end + 1), to: hour(Math.min(end + 4, 23)) };
}

type IntervalRowProps = {
  name: string;
  path: string;
  form: SupportForm;
  interval: Interval;
  onChange: (interval: Interval) => void;
  onRemove: () => void;
};

function IntervalRow({ name, path, form, interval, onChange, onRemove }: IntervalRowProps) {
  const t = useTranslations("Settings");
  const problem = form.problemAt(path) ?? form.problemAt(`${path}.from`) ?? form.problemAt(`${path}.to`);
  const problemId = `${path}-problem`;
  const field = (end: keyof Interval) => (
    <Input
      type="time"
      value={interval[end]}
      aria-label={t(end === "from" ? "opensAt" : "closesAt", { day: name })}
      aria-invalid={problem ? true : undefined}
      aria-describedby={problem ? problemId : undefined}
      onChange={(event) => onChange({ ...interval, [end]: event.target.value })}
      // The clock of the browser's own picker would push the time out of the field; a click on a part sets it.
      className="w-29 px-3 tabular-nums [&::-webkit-calendar-picker-indicator]:hidden"
    />
  );
  return (
    <div className="space-y-1.5">
      <div className="flex flex-wrap items-center gap-1.5 sm:gap-2">
        {field("from")}
        <span aria-hidden className="text-muted-foreground">
          –
        </span>
        {field("to")}
        <Button variant="ghost" size="icon" aria-label={t("removeHours", { day: name })} onClick={onRemove}>
          <X aria-hidden />
        </Button>
        {interval.to !== "" && interval.to <= interval.from && !problem && (
          <span className="text-xs text-muted-foreground">
            {interval.to === interval.from ? t("roundTheClock") : t("nextDay")}
          </span>
        )}
      </div>
      <FieldProblem id={problemId} problem={problem} />
    </div>
  );
}
