"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { ATTENDANCE_LOOKS } from "@/components/meetings/attendance-looks";
import { useInviteeActs } from "@/components/meetings/use-invitee-acts";
import { useMeetingWords } from "@/components/meetings/use-meeting-words";
import { cn } from "@/components/ui/cn";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { ATTENDANCES, type InviteeView } from "@/server/domain/meetings/schema";

type AnswerCellProps = { invitee: InviteeView; name: string; mayAnswer: boolean };

/** What an invitee said, when and where; organisers note another answer by pressing it. */
export function AnswerCell({ invitee, name, mayAnswer }: AnswerCellProps) {
  const t = useTranslations("Meetings");
  const words = useMeetingWords();
  const { record } = useInviteeActs();
  // What was just chosen is shown at once; the server's word follows.
  const said = record.isPending ? record.variables.attendance : invitee.attendance;
  const answer = (
    <>
      <span
        aria-hidden
        className="size-2.5 shrink-0 rounded-[3px]"
        style={{ background: ATTENDANCE_LOOKS[said ?? "unanswered"] }}
      />
      {t(`answer.${said ?? "unanswered"}`)}
    </>
  );
  const look = cn("inline-flex items-center gap-2", said === null && "text-muted-foreground");
  return (
    <>
      {mayAnswer ? (
        <DropdownMenu>
          <DropdownMenuTrigger
            aria-label={t("answerOf", { name, answer: t(`answer.${said ?? "unanswered"}`) })}
            className={cn(
              look,
              "-mx-2 -my-0.5 rounded-md px-2 py-0.5 transition-colors hover:bg-muted data-[state=open]:bg-muted max-sm:min-h-10",
            )}
          >
            {answer}
            <ChevronDown aria-hidden className="size-3.5 text-muted-foreground" />
          </DropdownMenuTrigger>
          <DropdownMenuContent align="start">
            <DropdownMenuLabel>{t("noteAnswer")}</DropdownMenuLabel>
            <DropdownMenuRadioGroup
              value={said ?? ""}
              onValueChange={(value) => {
                const attendance = ATTENDANCES.find((one) => one === value);
                if (attendance) record.mutate({ inviteeId: invitee.id, attendance });
              }}
            >
              {ATTENDANCES.map((attendance) => (
                <DropdownMenuRadioItem key={attendance} value={attendance}>
                  <span
                    aria-hidden
                    className="size-2.5 rounded-[3px]"
                    style={{ background: ATTENDANCE_LOOKS[attendance] }}
                  />
                  {t(`answer.${attendance}`)}
                </DropdownMenuRadioItem>
              ))}
            </DropdownMenuRadioGroup>
          </DropdownMenuContent>
        </DropdownMenu>
      ) : (
        <span className={look}>{answer}</span>
      )}
      {invitee.comment && (
        <p
          dir="auto"
          className="mt-1 line-clamp-3 text-[13px] [overflow-wrap:anywhere]"
          title={invitee.comment}
        >
          {t("quoted", { text: invitee.comment })}
        </p>
      )}
      {invitee.answeredAt && (
        <p className="mt-0.5 text-xs text-muted-foreground" suppressHydrationWarning>
          <time dateTime={invitee.answeredAt}>{words.moment(invitee.answeredAt)}</time>
          {invitee.answeredBy && ` · ${t(`answeredBy.${invitee.answeredBy}`)}`}
        </p>
      )}
      {!invitee.answeredAt && (invitee.askedAt || invitee.mailedAt) && (
        <p className="mt-0.5 text-xs text-muted-foreground" suppressHydrationWarning>
          {t("askedAt", { time: words.moment(invitee.askedAt ?? invitee.mailedAt ?? "") })}
        </p>
      )}
    </>
  );
}
