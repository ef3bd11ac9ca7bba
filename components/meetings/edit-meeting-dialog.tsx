"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { toast } from "sonner";
import { draftOf } from "@/components/meetings/meeting-draft";
import { MeetingFields } from "@/components/meetings/meeting-fields";
import { useDraft } from "@/components/meetings/use-draft";
import { useTRPC } from "@/components/shell/trpc";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
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
  const queries = useQueryClient();
  const id = useId();
  const options = useQuery(trpc.meetings.options.queryOptions());
  const initial = draftOf(meeting);
  const form = useDraft(id, initial);
  const change = useMutation(
    trpc.meetings.change.mutationOptions({
      onSuccess: (result) => {
        if (!result.ok) return form.refuse(result);
        toast.success(t("saved"));
        void queries.invalidateQueries({ queryKey: trpc.meetings.pathKey() });
        onClose();
      },
      onError: () => form.refuse(null),
    }),
  );
  return (
    <form
      noValidate
      className="space-y-5"
      onSubmit={(event) => {
        event.preventDefault();
        const values = form.read();
        if (!values || change.isPending) return;
        const { link, makeLink, ...others } = values;
        // A link that an account has made stays as it is while nobody chooses another.
        const links = meeting.linkIsOurs && makeLink ? {} : { link, makeLink };
        change.mutate({ meetingId: meeting.id, ...others, ...links });
      }}
    >
      {form.trouble && <Alert live tone="destructive" title={form.trouble} />}
      <MeetingFields
        id={id}
        draft={form.draft}
        problems={form.problems}
        makesLinks={options.data?.makesLinks ?? false}
        onChange={form.change}
      />
      <div className="sticky -bottom-6 -mx-6 -mb-6 flex justify-end gap-3 border-t border-border bg-popover px-6 py-4">
        <Button variant="outline" onClick={onClose}>
          {t("cancelDialog")}
        </Button>
        <Button type="submit" aria-busy={change.isPending}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}
