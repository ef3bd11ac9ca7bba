"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useNow, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { DialogForm } from "@/components/meetings/dialog-form";
import { Field } from "@/components/meetings/field";
import { newDraft } from "@/components/meetings/meeting-draft";
import { MeetingFields } from "@/components/meetings/meeting-fields";
import { MeetingsFailed } from "@/components/meetings/meetings-failed";
import { useDone } from "@/components/meetings/use-done";
import { useDraft } from "@/components/meetings/use-draft";
import { useTRPC } from "@/components/shell/trpc";
import { Alert } from "@/components/ui/alert";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";

type Options = { bots: { id: number; name: string }[]; makesLinks: boolean; timeZone: string };
type NewMeetingDialogProps = {
  /** The day it is asked for, empty for no day in particular; null: the dialog is closed. */
  day: string | null;
  onClose: () => void;
  onMade: (id: number) => void;
};

/** Asks for a new meeting. */
export function NewMeetingDialog({ day, onClose, onMade }: NewMeetingDialogProps) {
  const t = useTranslations("Meetings");
  const trpc = useTRPC();
  const options = useQuery({ ...trpc.meetings.options.queryOptions(), enabled: day !== null });
  return (
    <Dialog open={day !== null} onOpenChange={(open) => !open && onClose()}>
      <DialogContent shape="sheet" className="scroll-pb-24" title={t("new")} closeLabel={t("close")}>
        {options.data ? (
          <NewMeetingForm day={day ?? ""} options={options.data} onClose={onClose} onMade={onMade} />
        ) : options.isError ? (
          <MeetingsFailed onRetry={() => void options.refetch()} />
        ) : (
          <div aria-busy className="space-y-4">
            {[1, 2, 3, 4, 5].map((row) => (
              <Skeleton key={row} className="h-14" />
            ))}
          </div>
        )}
      </DialogContent>
    </Dialog>
  );
}

type FormProps = Omit<NewMeetingDialogProps, "day"> & { day: string; options: Options };

function NewMeetingForm({ day, options, onClose, onMade }: FormProps) {
  const t = useTranslations("Meetings");
  const trpc = useTRPC();
  const done = useDone(onClose);
  const id = useId();
  const now = useNow();
  // One meeting, however often the button is pressed.
  const [clientId] = useState(() => crypto.randomUUID());
  const form = useDraft(id, newDraft(day, options.timeZone, now));
  const [resourceId, setResourceId] = useState(options.bots[0]?.id ?? null);
  const [organiserId, setOrganiserId] = useState<number | null>(null);
  const [invitePermanent, setInvitePermanent] = useState(true);
  const organisers = useQuery(trpc.meetings.people.queryOptions({ only: "organisers" }));
  const create = useMutation(
    trpc.meetings.create.mutationOptions({
      onSuccess: (result) => {
        if (!result.ok) return form.refuse(result);
        done(t("made"));
        onMade(result.meeting.id);
      },
      onError: () => form.refuse(null),
    }),
  );
  return (
    <DialogForm
      inSheet
      trouble={form.trouble}
      submit={t(create.isPending ? "making" : "make")}
      busy={create.isPending}
      onClose={onClose}
      onSubmit={() => {
        const values = form.read();
        if (values) create.mutate({ ...values, clientId, resourceId, organiserId, invitePermanent });
      }}
    >
      <MeetingFields
        id={id}
        draft={form.draft}
        problems={form.problems}
        makesLinks={options.makesLinks}
        onChange={form.change}
      />
      {options.bots.length > 1 && (
        <Field id={`${id}-bot`} label={t("field.bot")}>
          {(control) => (
            <Select
              {...control}
              value={resourceId ?? ""}
              onChange={({ target }) => setResourceId(target.value ? Number(target.value) : null)}
            >
              {options.bots.map((bot) => (
                <option key={bot.id} value={bot.id}>
                  {bot.name}
                </option>
              ))}
              <option value="">{t("mailOnly")}</option>
            </Select>
          )}
        </Field>
      )}
      {organisers.data && organisers.data.people.length > 0 && (
        <Field id={`${id}-organiser`} label={t("field.organiser")}>
          {(control) => (
            <Select
              {...control}
              value={organiserId ?? ""}
              onChange={({ target }) => setOrganiserId(target.value ? Number(target.value) : null)}
            >
              <option value="">{t("organiserNone")}</option>
              {organisers.data.people.map((person) => (
                <option key={person.id} value={person.id}>
                  {person.fullName || person.email}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      <label className="flex w-fit items-start gap-2.5 text-sm">
        <input
          type="checkbox"
          className="mt-0.5 size-4 accent-primary"
          checked={invitePermanent}
          onChange={({ target }) => setInvitePermanent(target.checked)}
        />
        <span>
          {t("invitePermanent")}
          <span className="block text-[13px] text-muted-foreground">{t("invitePermanentHint")}</span>
        </span>
      </label>
      {options.bots.length === 0 && <Alert tone="info" title={t("noBot")} />}
    </DialogForm>
  );
}
