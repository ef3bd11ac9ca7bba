import { Bell, Bot, Clock3, Link2, type LucideIcon, MapPin, Repeat, UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useMeetingWords } from "@/components/meetings/use-meeting-words";
import { useRepeatWords } from "@/components/meetings/use-repeat-words";
import { Card } from "@/components/ui/card";
import type { MeetingView } from "@/server/domain/meetings/schema";

/** What is laid down of a meeting, beside its invitees. */
export function MeetingFacts({ meeting }: { meeting: MeetingView }) {
  const t = useTranslations("Meetings");
  const words = useMeetingWords();
  const read = useRepeatWords();
  const { timeZone, place, link, agenda, organiser, repeat, reminderMinutes } = meeting;
  return (
    <Card aria-label={t("facts")} className="min-w-0 p-5">
      <dl className="space-y-4 text-sm">
        {place && (
          <Fact icon={MapPin} name={t("field.place")}>
            <span dir="auto">{place}</span>
          </Fact>
        )}
        {link && (
          <Fact icon={Link2} name={t("field.link")}>
            <a
              href={link}
              target="_blank"
              rel="noreferrer"
              className="text-primary underline underline-offset-3"
            >
              {link}
            </a>
            {meeting.linkIsOurs && <span className="block text-muted-foreground">{t("linkOurs")}</span>}
          </Fact>
        )}
        {organiser && (
          <Fact icon={UserRound} name={t("field.organiser")}>
            <span dir="auto">{organiser.fullName || organiser.email}</span>
          </Fact>
        )}
        <Fact icon={Clock3} name={t("field.until")}>
          {meeting.answersUntil === null
            ? t("untilStart")
            : `${words.shortDay(meeting.answersUntil, timeZone)}, ${words.time(meeting.answersUntil, timeZone)}`}
          {!meeting.isOpen && meeting.state === "planned" && (
            <span className="block text-muted-foreground">{t("closed")}</span>
          )}
        </Fact>
        <Fact icon={Bell} name={t("field.reminders")}>
          {reminderMinutes.length === 0
            ? t("remindersNone")
            : t("remindersBefore", {
                times: reminderMinutes
                  .toSorted((one, other) => other - one)
                  .map(words.length)
                  .join(", "),
              })}
        </Fact>
        {repeat && (
          <Fact icon={Repeat} name={t("field.repeat")}>
            <span className="block first-letter:uppercase">{read(repeat)}</span>
          </Fact>
        )}
        <Fact icon={Bot} name={t("field.bot")}>
          {meeting.resourceName ?? t("mailOnly")}
        </Fact>
      </dl>
      {agenda && (
        <div className="mt-5 border-t border-border pt-4">
          <h2 className="text-sm font-medium">{t("field.agenda")}</h2>
          <p
            dir="auto"
            className="mt-1.5 text-sm leading-relaxed [overflow-wrap:anywhere] whitespace-pre-line text-muted-foreground"
          >
            {agenda}
          </p>
        </div>
      )}
    </Card>
  );
}

function Fact({ icon: Icon, name, children }: { icon: LucideIcon; name: string; children: ReactNode }) {
  return (
    <div className="relative pl-7">
      <dt className="text-xs text-muted-foreground">
        <Icon aria-hidden className="absolute top-0.5 left-0 size-4" />
        {name}
      </dt>
      <dd className="mt-0.5 [overflow-wrap:anywhere]">{children}</dd>
    </div>
  );
}
