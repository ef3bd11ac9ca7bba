"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { SearchX, UserPlus, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ATTENDANCE_ORDER } from "@/components/meetings/attendance-looks";
import { InviteDialog } from "@/components/meetings/invite-dialog";
import { InviteeTable } from "@/components/meetings/invitee-table";
import { SearchedList } from "@/components/meetings/searched-list";
import { Segments } from "@/components/meetings/segments";
import { usePageOf } from "@/components/meetings/use-page-of";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { type MeetingView, VOTED } from "@/server/domain/meetings/schema";

const pageSize = 50;

type Part = (typeof ATTENDANCE_ORDER)[number];
type InviteesProps = {
  meeting: MeetingView;
  mayManage: boolean;
  /** Only those who said so; null: all. */
  part: Part | null;
  onPart: (part: Part | null) => void;
};

/** Who is invited: searched, filtered and page by page, each with their answer. */
export function Invitees({ meeting, mayManage, part, onPart }: InviteesProps) {
  const t = useTranslations("Meetings");
  const trpc = useTRPC();
  const [search, setSearch] = useState("");
  const [onlyVoted, setOnlyVoted] = useState(false);
  const [inviting, setInviting] = useState(false);
  const voted = part === "unanswered" ? "not_voted" : onlyVoted || part ? "voted" : "all";
  const [page, turnTo] = usePageOf([search, voted, part].join("\n"));
  const list = useQuery({
    ...trpc.meetings.invitees.queryOptions({
      meetingId: meeting.id,
      voted,
      page,
      pageSize,
      ...(search && { search }),
      ...(part && part !== "unanswered" && { attendance: part }),
    }),
    placeholderData: keepPreviousData,
  });
  const mayInvite = mayManage && meeting.state === "planned";
  const isFiltered = search !== "" || voted !== "all";
  return (
    <section aria-label={t("invitees")} className="space-y-4">
      <div className="flex flex-wrap items-center gap-3">
        <h2 className="mr-auto font-semibold tracking-tight">
          {t("invitees")}{" "}
          <span className="font-normal text-muted-foreground tabular-nums">{meeting.counts.total}</span>
        </h2>
        {mayInvite && (
          <Button size="small" onClick={() => setInviting(true)}>
            <UserPlus aria-hidden />
            {t("invite")}
          </Button>
        )}
      </div>
      <SearchedList
        list={list}
        filter={
          meeting.counts.total > 0 && (
            <Segments
              label={t("whoVoted")}
              options={VOTED.map((value) => ({ value, name: t(`voted.${value}`) }))}
              value={voted}
              onChoose={(value) => {
                setOnlyVoted(value === "voted");
                onPart(value === "not_voted" ? "unanswered" : null);
              }}
            />
          )
        }
        search={search}
        onSearch={setSearch}
        page={page}
        onPage={turnTo}
        rows={({ invitees }) =>
          invitees.length > 0 && (
            <InviteeTable
              invitees={invitees}
              busy={list.isPlaceholderData}
              mayChange={mayManage}
              mayAnswer={mayManage && meeting.state === "planned"}
            />
          )
        }
        none={
          isFiltered ? (
            <EmptyState icon={SearchX} title={t("inviteesNotFound")} hint={t("inviteesNotFoundHint")}>
              <Button
                variant="outline"
                onClick={() => {
                  setSearch("");
                  setOnlyVoted(false);
                  onPart(null);
                }}
              >
                {t("showAll")}
              </Button>
            </EmptyState>
          ) : (
            <EmptyState
              icon={Users}
              title={t("inviteesNone")}
              hint={mayInvite ? t("inviteesNoneHint") : undefined}
            >
              {mayInvite && (
                <Button variant="outline" onClick={() => setInviting(true)}>
                  <UserPlus aria-hidden />
                  {t("invite")}
                </Button>
              )}
            </EmptyState>
          )
        }
      />
      {mayInvite && (
        <InviteDialog meetingId={meeting.id} open={inviting} onClose={() => setInviting(false)} />
      )}
    </section>
  );
}
