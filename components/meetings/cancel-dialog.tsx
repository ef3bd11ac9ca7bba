"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useDone } from "@/components/meetings/use-done";
import { useMeetingWords } from "@/components/meetings/use-meeting-words";
import { WhoIsTold } from "@/components/meetings/who-is-told";
import { useTRPC } from "@/components/shell/trpc";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import type { MeetingView } from "@/server/domain/meetings/schema";

type CancelDialogProps = { meeting: MeetingView; open: boolean; onClose: () => void };

/** Asks whether a meeting, or its whole series, does not take place, and says who will hear of it. */
export function CancelDialog({ meeting, open, onClose }: CancelDialogProps) {
  const t = useTranslations("Meetings");
  return (
    <Dialog open={open} onOpenChange={(next) => !next && onClose()}>
      <DialogContent title={t("cancelTitle")} description={t("cancelText")} closeLabel={t("close")}>
        <CancelForm meeting={meeting} onClose={onClose} />
      </DialogContent>
    </Dialog>
  );
}

function CancelForm({ meeting, onClose }: Omit<CancelDialogProps, "open">) {
  const t = useTranslations("Meetings");
  const words = useMeetingWords();
  const trpc = useTRPC();
  const done = useDone(onClose);
  const [series, setSeries] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const cancel = useMutation(
    trpc.meetings.cancel.mutationOptions({
      onSuccess: (result) => {
        if (!result.ok) return setTrouble(words.refusal(result));
        done(t("cancelDone"));
      },
      onError: () => setTrouble(t("changeFailed")),
    }),
  );
  return (
    <div className="space-y-5">
      {trouble && <Alert live tone="destructive" title={trouble} />}
      {meeting.repeats && (
        <fieldset className="space-y-2 text-sm">
          <legend className="sr-only">{t("cancelWhat")}</legend>
          {[false, true].map((all) => (
            <label
              key={String(all)}
              className="flex min-h-11 items-center gap-3 rounded-xl border border-border px-4 py-2.5 has-checked:border-ring has-checked:bg-accent/40 has-focus-visible:ring-3 has-focus-visible:ring-ring/30"
            >
              <input
                type="radio"
                name="series"
                className="size-4 shrink-0 accent-primary outline-none"
                checked={series === all}
                onChange={() => setSeries(all)}
              />
              <span>
                {t(all ? "cancelSeries" : "cancelOne")}
                <span className="block text-[13px] text-muted-foreground">
                  {t(all ? "cancelSeriesHint" : "cancelOneHint")}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <WhoIsTold meetingId={meeting.id} />
      <div className="flex flex-wrap justify-end gap-3">
        <Button variant="outline" onClick={onClose}>
          {t("keep")}
        </Button>
        <Button
          variant="destructive"
          aria-busy={cancel.isPending}
          onClick={() => cancel.mutate({ meetingId: meeting.id, series })}
        >
          {t(series ? "cancelSeries" : "cancel")}
        </Button>
      </div>
    </div>
  );
}
