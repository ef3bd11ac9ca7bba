"use client";

import { CalendarX2, Download, Ellipsis, FastForward, Pencil, Printer, Repeat } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { CancelDialog } from "@/components/meetings/cancel-dialog";
import { EditMeetingDialog } from "@/components/meetings/edit-meeting-dialog";
import { MoveDialog } from "@/components/meetings/move-dialog";
import { useMeetingWords } from "@/components/meetings/use-meeting-words";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import type { MeetingView } from "@/server/domain/meetings/schema";

type Dialog = "edit" | "move" | "cancel";
type MeetingHeadProps = { meeting: MeetingView; mayManage: boolean };

/** The meeting's name and moment, with what can be done to it. */
export function MeetingHead({ meeting, mayManage }: MeetingHeadProps) {
  const t = useTranslations("Meetings");
  const words = useMeetingWords();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  // A dialog of the menu opens when the menu has given the focus back, so that it can be given back again.
  const asked = useRef<Dialog | null>(null);
  const { id, topic, startsAt, timeZone, state } = meeting;
  const reader = words.readerTime(meeting);
  const close = () => setDialog(null);
  return (
    <header className="flex flex-wrap items-start gap-x-6 gap-y-4">
      <div className="min-w-0 flex-1 basis-80">
        <div className="flex flex-wrap items-center gap-2">
          <h1
            dir="auto"
            className={cn(
              "text-2xl font-semibold tracking-[-0.02em] [overflow-wrap:anywhere]",
              state !== "planned" && "text-muted-foreground line-through",
            )}
          >
            {topic}
          </h1>
          {state !== "planned" && (
            <Badge tone={state === "cancelled" ? "destructive" : "warning"}>{t(`state.${state}`)}</Badge>
          )}
          {meeting.repeats && (
            <Badge>
              <Repeat aria-hidden className="size-3" />
              {t("repeats")}
            </Badge>
          )}
        </div>
        {/* Machine and browser may know a zone by other names. */}
        <p className="mt-1.5 text-muted-foreground" suppressHydrationWarning>
          <time dateTime={startsAt}>
            <span className="inline-block first-letter:uppercase">{words.day(startsAt, timeZone)}</span>,{" "}
            {words.span(meeting)}
          </time>{" "}
          · {words.zone(timeZone, startsAt)}
          {reader && ` · ${t("forYou", { time: reader })}`}
        </p>
      </div>
      <div className="flex items-center gap-2">
        {mayManage && (
          <Button variant="outline" onClick={() => setDialog("edit")}>
            <Pencil aria-hidden />
            {t("edit")}
          </Button>
        )}
        <DropdownMenu>
          <DropdownMenuTrigger asChild>
            <Button variant="outline" className="px-3" aria-label={t("menu")}>
              <Ellipsis aria-hidden />
            </Button>
          </DropdownMenuTrigger>
          <DropdownMenuContent
            align="end"
            onCloseAutoFocus={() => {
              if (asked.current) setDialog(asked.current);
              asked.current = null;
            }}
          >
            <DropdownMenuItem asChild>
              <Link href={`/meetings/${id}/sheet`}>
                <Printer aria-hidden />
                {t("sheet")}
              </Link>
            </DropdownMenuItem>
            {(["csv", "xlsx"] as const).map((format) => (
              <DropdownMenuItem key={format} asChild>
                <a href={`/api/exports/invitees?meetingId=${id}&format=${format}`} download>
                  <Download aria-hidden />
                  {t(`export.${format}`)}
                </a>
              </DropdownMenuItem>
            ))}
            {mayManage && (
              <>
                <DropdownMenuSeparator />
                <DropdownMenuItem
                  onSelect={() => {
                    asked.current = "move";
                  }}
                >
                  <FastForward aria-hidden />
                  {t("move")}
                </DropdownMenuItem>
                <DropdownMenuItem
                  tone="destructive"
                  onSelect={() => {
                    asked.current = "cancel";
                  }}
                >
                  <CalendarX2 aria-hidden />
                  {t("cancel")}
                </DropdownMenuItem>
              </>
            )}
          </DropdownMenuContent>
        </DropdownMenu>
      </div>
      {mayManage && (
        <>
          <EditMeetingDialog meeting={meeting} open={dialog === "edit"} onClose={close} />
          <MoveDialog meeting={meeting} open={dialog === "move"} onClose={close} />
          <CancelDialog meeting={meeting} open={dialog === "cancel"} onClose={close} />
        </>
      )}
    </header>
  );
}
