"use client";

import { CalendarDays, List, MessageSquareText, Plus, Users } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useNow, useTranslations } from "next-intl";
import { useState } from "react";
import { CalendarView } from "@/components/meetings/calendar-view";
import { ListView } from "@/components/meetings/list-view";
import { NewMeetingDialog } from "@/components/meetings/new-meeting-dialog";
import { Segments } from "@/components/meetings/segments";
import { useLiveMeetings } from "@/components/meetings/use-live-meetings";
import { useMeetingsAddress } from "@/components/meetings/use-meetings-address";
import { useReaderZone } from "@/components/meetings/use-reader-zone";
import { wallClock } from "@/components/meetings/wall-clock";
import { Button } from "@/components/ui/button";

const minuteMs = 60_000;

/** Meetings as a calendar or a list; who may manage them makes new ones here. */
export function MeetingsScreen({ mayManage }: { mayManage: boolean }) {
  const t = useTranslations("Meetings");
  const router = useRouter();
  const zone = useReaderZone();
  const now = useNow({ updateInterval: minuteMs });
  const today = wallClock(now, zone).day;
  const address = useMeetingsAddress(today.slice(0, 7));
  // The day that a new meeting is asked for; empty: no day in particular.
  const [newOn, setNewOn] = useState<string | null>(null);
  useLiveMeetings();
  const views = [
    { value: "calendar", name: t("views.calendar"), icon: CalendarDays },
    { value: "list", name: t("views.list"), icon: List },
  ] as const;
  return (
    <>
      <header className="flex flex-wrap items-center gap-x-2 gap-y-3">
        <h1 className="mr-auto text-2xl font-semibold tracking-[-0.02em]">{t("title")}</h1>
        <Button asChild variant="ghost" className="max-sm:px-3">
          <Link href="/meetings/people" aria-label={t("people")}>
            <Users aria-hidden />
            <span className="max-sm:sr-only">{t("people")}</span>
          </Link>
        </Button>
        {mayManage && (
          <>
            <Button asChild variant="ghost" className="max-sm:px-3">
              <Link href="/meetings/texts" aria-label={t("texts")}>
                <MessageSquareText aria-hidden />
                <span className="max-sm:sr-only">{t("texts")}</span>
              </Link>
            </Button>
            <Button className="max-sm:px-3.5" onClick={() => setNewOn("")}>
              <Plus aria-hidden />
              <span className="max-sm:sr-only">{t("new")}</span>
            </Button>
          </>
        )}
      </header>
      <div className="mt-5">
        {address.view === "calendar" ? (
          <CalendarView
            month={address.month}
            today={today}
            mayManage={mayManage}
            onMonth={address.showMonth}
            onNew={setNewOn}
          >
            <Segments label={t("view")} options={[...views]} value={address.view} onChoose={address.show} />
          </CalendarView>
        ) : (
          <ListView
            past={address.past}
            search={address.search}
            mayManage={mayManage}
            onPast={address.showPast}
            onSearch={address.searchFor}
            onNew={() => setNewOn("")}
          >
            <Segments label={t("view")} options={[...views]} value={address.view} onChoose={address.show} />
          </ListView>
        )}
      </div>
      {mayManage && (
        <NewMeetingDialog
          day={newOn}
          onClose={() => setNewOn(null)}
          onMade={(id) => router.push(`/meetings/${id}`)}
        />
      )}
    </>
  );
}
