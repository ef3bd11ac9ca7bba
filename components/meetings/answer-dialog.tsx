"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { ATTENDANCE_LOOKS } from "@/components/meetings/attendance-looks";
import { DialogForm } from "@/components/meetings/dialog-form";
import { useInviteeActs } from "@/components/meetings/use-invitee-acts";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Label } from "@/components/ui/label";
import { Textarea } from "@/components/ui/textarea";
import { ATTENDANCES, type InviteeView } from "@/server/domain/meetings/schema";

type AnswerDialogProps = { invitee: InviteeView | null; onClose: () => void };

/** Notes an answer with its comment for somebody who gave it elsewhere. */
export function AnswerDialog({ invitee, onClose }: AnswerDialogProps) {
  const t = useTranslations("Meetings");
  return (
    <Dialog open={invitee !== null} onOpenChange={(open) => !open && onClose()}>
      <DialogContent title={t("noteAnswer")} description={invitee?.person.fullName} closeLabel={t("close")}>
        {invitee && <AnswerForm invitee={invitee} onClose={onClose} />}
      </DialogContent>
    </Dialog>
  );
}

function AnswerForm({ invitee, onClose }: { invitee: InviteeView; onClose: () => void }) {
  const t = useTranslations("Meetings");
  const id = useId();
  const { record } = useInviteeActs();
  const [attendance, setAttendance] = useState(invitee.attendance ?? "yes");
  const [comment, setComment] = useState(invitee.comment);
  const submit = () =>
    record.mutate(
      { inviteeId: invitee.id, attendance, comment: comment.trim() },
      { onSuccess: (result) => result.ok && onClose() },
    );
  return (
    <DialogForm submit={t("save")} busy={record.isPending} onClose={onClose} onSubmit={submit}>
      <fieldset>
        <legend className="mb-2 text-sm font-medium">{t("column.answer")}</legend>
        <div className="grid grid-cols-2 gap-2">
          {ATTENDANCES.map((one) => (
            <label
              key={one}
              className="flex min-h-10 items-center gap-2.5 rounded-lg border border-border px-3 text-sm has-checked:border-ring has-checked:bg-accent/40 has-focus-visible:ring-3 has-focus-visible:ring-ring/30"
            >
              <input
                type="radio"
                name="attendance"
                className="sr-only"
                checked={attendance === one}
                onChange={() => setAttendance(one)}
              />
              <span
                aria-hidden
                className="size-2.5 rounded-[3px]"
                style={{ background: ATTENDANCE_LOOKS[one] }}
              />
              {t(`answer.${one}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="space-y-1.5">
        <Label htmlFor={id}>{t("comment")}</Label>
        <Textarea
          id={id}
          dir="auto"
          className="min-h-20"
          value={comment}
          maxLength={500}
          onChange={({ target }) => setComment(target.value)}
        />
      </div>
    </DialogForm>
  );
}
