"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { DialogForm } from "@/components/meetings/dialog-form";
import { changesOf, draftOf } from "@/components/meetings/meeting-draft";
import { MeetingFields } from "@/components/meetings/meeting-fields";
import { useDone } from "@/components/meetings/use-done";
import { useDraft } from "@/components/meetings/use-draft";
import { useRepeatWords } from "@/components/meetings/use-repeat-words";
import { useTRPC } from "@/components/shell/trpc";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import type { MeetingView } from "@/server/domain/meetings/schema";

type EditMeetingDialogProps = { meeting: MeetingView; open: boolean; onClose: () => void };

/** Changes a meeting; those who are invited hear of what matters to them. */
export function EditMeetingDialog({ meeting, open, onClose }: EditMeetingDialogProps) {
  const t = useTranslations("Meetings");
  return (
    <Dialog open={open} onOpenChange={(next) => !next && onClose()}>
      <DialogContent
        shape="sheet"
        className="scroll-pb-24"
        title={t("editTitle")}
        description={t("editText")}
        closeLabel={t("close")}
      >
        <EditMeetingForm meeting={meeting} onClose={onClose} />
      </DialogContent>
    </Dialog>
  );
}

function EditMeetingForm({ meeting, onClose }: Omit<EditMeetingDialogProps, "open">) {
  const t = useTranslations("Meetings");
  const trpc = useTRPC();
  const ruleWords = useRepeatWords();
  const done = useDone(onClose);
  const id = useId();
  const options = useQuery(trpc.meetings.options.queryOptions());
  // What others change while it is open stays theirs.
  const [initial] = useState(() => draftOf(meeting));
  const form = useDraft(id, initial);
  const change = useMutation(
    trpc.meetings.change.mutationOptions({
      onSuccess: (result, { startsAt }) => {
        if (!result.ok) return form.refuse(result);
        const { repeat } = result.meeting;
        if (startsAt === undefined) return done(t("saved"));
        done(repeat ? t("savedTimeSeries", { rule: ruleWords(repeat) }) : t("savedTime"));
      },
      onError: () => form.refuse(null),
    }),
  );
  return (
    <DialogForm
      inSheet
      trouble={form.trouble}
      submit={t("save")}
      busy={change.isPending}
      onClose={onClose}
      onSubmit={() => {
        const values = form.read();
        if (values) change.mutate({ meetingId: meeting.id, ...changesOf(initial, values) });
      }}
    >
      <MeetingFields
        id={id}
        draft={form.draft}
        problems={form.problems}
        makesLinks={options.data?.makesLinks ?? false}
        onChange={form.change}
      />
    </DialogForm>
  );
}
