"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { SearchX, UserPlus, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ATTENDANCE_ORDER } from "@/components/meetings/attendance-looks";
import { InviteDialog } from "@/components/meetings/invite-dialog";
import { InviteeTable } from "@/components/meetings/invitee-table";
import { MeetingsFailed } from "@/components/meetings/meetings-failed";
import { Pages } from "@/components/meetings/pages";
import { Segments } from "@/components/meetings/segments";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { SearchField } from "@/components/ui/search-field";
import { Skeleton } from "@/components/ui/skeleton";
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
  // A page belongs to what is looked for.
  const asked = [search, voted, part].join("\n");
  const [at, setAt] = useState({ asked, page: 0 });
  const page = at.asked === asked ? at.page : 0;
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
      {meeting.counts.total > 0 && (
        <div className="flex flex-wrap items-center gap-3">
          <Segments
            label={t("whoVoted")}
            options={VOTED.map((value) => ({ value, name: t(`voted.${value}`) }))}
            value={voted}
            onChoose={(value) => {
              setOnlyVoted(value === "voted");
              onPart(value === "not_voted" ? "unanswered" : null);
            }}
          />
          <div className="flex min-w-48 flex-1 sm:max-w-96">
            <SearchField
              value={search}
              onSearch={setSearch}
              label={t("searchInvitees")}
              placeholder={t("searchInvitees")}
              clearLabel={t("clearSearch")}
              maxLength={200}
            />
          </div>
        </div>
      )}
      {list.isError && !list.data ? (
        <MeetingsFailed onRetry={() => void list.refetch()} />
      ) : !list.data ? (
        <div aria-busy className="space-y-2">
          {[1, 2, 3, 4, 5].map((row) => (
            <Skeleton key={row} className="h-14" />
          ))}
        </div>
      ) : list.data.invitees.length > 0 ? (
        <>
          <InviteeTable
            invitees={list.data.invitees}
            busy={list.isPlaceholderData}
            mayChange={mayManage}
            mayAnswer={mayManage && meeting.state === "planned"}
          />
          <Pages
            page={page}
            pages={list.data.pages}
            total={list.data.total}
            onPage={(next) => setAt({ asked, page: next })}
          />
        </>
      ) : isFiltered ? (
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
      )}
      {mayInvite && (
        <InviteDialog meetingId={meeting.id} open={inviting} onClose={() => setInviting(false)} />
      )}
    </section>
  );
}
