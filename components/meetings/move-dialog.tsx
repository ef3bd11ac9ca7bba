"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { DialogForm } from "@/components/meetings/dialog-form";
import { Field } from "@/components/meetings/field";
import { momentAt } from "@/components/meetings/moment-at";
import { useDone } from "@/components/meetings/use-done";
import { useMeetingWords } from "@/components/meetings/use-meeting-words";
import { useRepeatWords } from "@/components/meetings/use-repeat-words";
import { wallClock } from "@/components/meetings/wall-clock";
import { WhoIsTold } from "@/components/meetings/who-is-told";
import { useTRPC } from "@/components/shell/trpc";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import type { MeetingView } from "@/server/domain/meetings/schema";

type MoveDialogProps = { meeting: MeetingView; open: boolean; onClose: () => void };

/** Asks for another day: a new meeting with the same invitees takes over. */
export function MoveDialog({ meeting, open, onClose }: MoveDialogProps) {
  const t = useTranslations("Meetings");
  return (
    <Dialog open={open} onOpenChange={(next) => !next && onClose()}>
      <DialogContent title={t("moveTitle")} description={t("moveText")} closeLabel={t("close")}>
        <MoveForm meeting={meeting} onClose={onClose} />
      </DialogContent>
    </Dialog>
  );
}

function MoveForm({ meeting, onClose }: Omit<MoveDialogProps, "open">) {
  const t = useTranslations("Meetings");
  const words = useMeetingWords();
  const ruleWords = useRepeatWords();
  const trpc = useTRPC();
  const done = useDone(onClose);
  const router = useRouter();
  const id = useId();
  // One move, however often the button is pressed.
  const [clientId] = useState(() => crypto.randomUUID());
  const { startsAt, timeZone, durationMinutes } = meeting;
  const from = wallClock(new Date(startsAt), timeZone);
  const [day, setDay] = useState(from.day);
  const [time, setTime] = useState(from.time);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [dayProblem, setDayProblem] = useState<string | null>(null);
  const move = useMutation(
    trpc.meetings.move.mutationOptions({
      onSuccess: (result) => {
        if (!result.ok) {
          if (result.reason === "past") return setDayProblem(words.refusal(result));
          return setTrouble(words.refusal(result));
        }
        const { repeat } = result.meeting;
        done(repeat ? t("moveDoneSeries", { rule: ruleWords(repeat) }) : t("moveDone"));
        router.push(`/meetings/${result.meeting.id}`);
      },
      onError: () => setTrouble(t("changeFailed")),
    }),
  );
  const target = day && time ? momentAt(day, time, timeZone) : null;
  const reader = target && words.readerTime({ startsAt: target, durationMinutes, timeZone });
  return (
    <DialogForm
      trouble={trouble}
      submit={t("move")}
      busy={move.isPending}
      onClose={onClose}
      onSubmit={() => {
        setTrouble(null);
        const isSame = target !== null && Date.parse(target) === Date.parse(startsAt);
        setDayProblem(!target ? t("problem.day_missing") : isSame ? t("problem.same_moment") : null);
        if (target && !isSame) move.mutate({ meetingId: meeting.id, startsAt: target, clientId });
      }}
    >
      <div className="grid grid-cols-2 gap-4">
        <Field
          id={`${id}-day`}
          label={t("field.day")}
          problem={dayProblem}
          hint={reader ? t("forYou", { time: reader }) : words.zone(timeZone, startsAt)}
        >
          {(control) => (
            <Input
              {...control}
              type="date"
              value={day}
              onChange={({ target: field }) => setDay(field.value)}
            />
          )}
        </Field>
        <Field id={`${id}-time`} label={t("field.time")}>
          {(control) => (
            <Input
              {...control}
              type="time"
              value={time}
              onChange={({ target: field }) => setTime(field.value)}
            />
          )}
        </Field>
      </div>
      {meeting.repeat && <p className="text-sm text-muted-foreground">{t("moveSeries")}</p>}
      <WhoIsTold meetingId={meeting.id} />
    </DialogForm>
  );
}
