"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { AttendanceCounts } from "@/components/meetings/attendance-counts";
import type { ATTENDANCE_ORDER } from "@/components/meetings/attendance-looks";
import { Invitees } from "@/components/meetings/invitees";
import { MeetingBanners } from "@/components/meetings/meeting-banners";
import { MeetingFacts } from "@/components/meetings/meeting-facts";
import { MeetingHead } from "@/components/meetings/meeting-head";
import { QueueLine } from "@/components/meetings/queue-line";
import { useLiveMeetings } from "@/components/meetings/use-live-meetings";
import { BackLink } from "@/components/shell/back-link";
import { useTRPC } from "@/components/shell/trpc";
import { Card } from "@/components/ui/card";
import type { MeetingView } from "@/server/domain/meetings/schema";

/** Asked for, too, in case the stream is held up on the way; at once when it is lost or messages go out. */
const calmMs = 30_000;
const quickMs = 2_000;

/** One meeting: what it is, who comes, and everything that can be done with it. */
export function MeetingPage({ meeting: initial, mayManage }: { meeting: MeetingView; mayManage: boolean }) {
  const t = useTranslations("Meetings");
  const trpc = useTRPC();
  const isLive = useLiveMeetings(initial.id);
  const [part, setPart] = useState<(typeof ATTENDANCE_ORDER)[number] | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const showPart = (chosen: typeof part) => {
    setPart(chosen);
    // On a phone the list stands below what can be seen.
    const top = list.current?.getBoundingClientRect().top ?? 0;
    if (chosen && top > window.innerHeight * 0.8) list.current?.scrollIntoView();
  };
  const { data: meeting } = useQuery({
    ...trpc.meetings.get.queryOptions({ meetingId: initial.id }),
    initialData: initial,
    refetchInterval: ({ state }) =>
      !isLive || (state.data && state.data.queue.waiting > 0) ? quickMs : calmMs,
  });
  return (
    <div className="space-y-6">
      <BackLink href="/meetings">{t("title")}</BackLink>
      <MeetingHead meeting={meeting} mayManage={mayManage && meeting.state === "planned"} />
      <MeetingBanners meeting={meeting} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-[minmax(0,1fr)_18rem] lg:grid-rows-[auto_1fr]">
        {(meeting.counts.total > 0 || meeting.queue.waiting > 0) && (
          <Card className="p-5">
            <AttendanceCounts counts={meeting.counts} chosen={part} onChoose={showPart} />
            <QueueLine queue={meeting.queue} />
          </Card>
        )}
        <div className="lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <MeetingFacts meeting={meeting} />
        </div>
        <div ref={list} className="scroll-mt-[calc(var(--shell-top)+1rem)]">
          <Invitees meeting={meeting} mayManage={mayManage} part={part} onPart={setPart} />
        </div>
      </div>
    </div>
  );
}
