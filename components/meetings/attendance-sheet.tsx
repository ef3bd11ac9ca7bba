"use client";

import { Printer } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMeetingWords } from "@/components/meetings/use-meeting-words";
import { BackLink } from "@/components/shell/back-link";
import { Button } from "@/components/ui/button";
import type { InviteeView, MeetingView } from "@/server/domain/meetings/schema";

type AttendanceSheetProps = {
  meeting: MeetingView;
  invitees: InviteeView[];
  /** Only those who said they come or may come. */
  onlyComing: boolean;
};

const cell = "border border-black/45 px-2 py-2 align-top";

/** A sheet of paper on which those who came sign. */
export function AttendanceSheet({ meeting, invitees, onlyComing }: AttendanceSheetProps) {
  const t = useTranslations("Meetings");
  const words = useMeetingWords();
  const { id, topic, startsAt, timeZone, place, organiser, counts } = meeting;
  const heading = `${cell} text-left font-semibold`;
  return (
    <div className="space-y-6">
      <div className="flex flex-wrap items-center justify-between gap-4 print:hidden">
        <BackLink href={`/meetings/${id}`}>{t("backToMeeting")}</BackLink>
        <div className="flex flex-wrap gap-3">
          <Button asChild variant="outline">
            <Link href={onlyComing ? `/meetings/${id}/sheet` : `/meetings/${id}/sheet?only=coming`}>
              {t(onlyComing ? "sheetAll" : "sheetComing")}
            </Link>
          </Button>
          <Button onClick={() => window.print()}>
            <Printer aria-hidden />
            {t("print")}
          </Button>
        </div>
      </div>
      <article className="mx-auto w-full max-w-[52rem] overflow-x-auto rounded-md border border-border bg-white p-6 text-[13px] leading-snug text-black shadow-lifted sm:p-12 print:max-w-none print:overflow-visible print:rounded-none print:border-0 print:p-0 print:shadow-none">
        <h1 className="text-lg font-semibold">{t("sheet")}</h1>
        <p dir="auto" className="mt-1 text-base [overflow-wrap:anywhere]">
          {topic}
        </p>
        <dl className="mt-4 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
          <dt>{t("when")}</dt>
          <dd className="first-letter:uppercase" suppressHydrationWarning>
            {words.day(startsAt, timeZone)}, {words.span(meeting)} ({words.zone(timeZone, startsAt)})
          </dd>
          {place && (
            <>
              <dt>{t("field.place")}</dt>
              <dd dir="auto">{place}</dd>
            </>
          )}
          {organiser && (
            <>
              <dt>{t("field.organiser")}</dt>
              <dd dir="auto">{organiser.fullName || organiser.email}</dd>
            </>
          )}
          <dt>{t("invitees")}</dt>
          <dd>{t("sheetCounts", { total: counts.total, yes: counts.yes, maybe: counts.maybe })}</dd>
        </dl>
        <table className="mt-6 w-full border-collapse">
          <thead className="print:table-header-group">
            <tr>
              <th scope="col" className={`${heading} w-10`}>
                {t("number")}
              </th>
              <th scope="col" className={heading}>
                {t("person.fullName")}
              </th>
              <th scope="col" className={`${heading} w-[26%]`}>
                {t("column.answer")}
              </th>
              <th scope="col" className={`${heading} w-[28%]`}>
                {t("signature")}
              </th>
            </tr>
          </thead>
          <tbody>
            {invitees.map(({ id: inviteeId, person, attendance, comment }, place) => (
              <tr key={inviteeId} className="break-inside-avoid">
                <td className={`${cell} tabular-nums`}>{place + 1}</td>
                <td dir="auto" className={`${cell} [overflow-wrap:anywhere]`}>
                  {person.fullName || person.email || person.phone}
                </td>
                <td className={`${cell} break-words`}>
                  {attendance ? t(`answer.${attendance}`) : "—"}
                  {comment && <span className="block text-[11px] text-black/70">{comment}</span>}
                </td>
                <td className={cell}>
                  <span className="sr-only">{t("signHere")}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {invitees.length === 0 && <p className="mt-4">{t("sheetEmpty")}</p>}
      </article>
    </div>
  );
}
