"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Input } from "@/components/ui/input";
import { retentionInput } from "@/server/domain/workspaces/schema";

type RetentionFormProps = { days: number | null; editable: boolean };

/** For how long closed conversations are kept; a shorter time is asked about first. */
export function RetentionForm({ days, editable }: RetentionFormProps) {
  const t = useTranslations("Data");
  const trpc = useTRPC();
  const [kept, setKept] = useState(days);
  const [limited, setLimited] = useState(days !== null);
  const [typed, setTyped] = useState(String(days ?? 365));
  const [problem, setProblem] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const save = useMutation(
    trpc.workspaces.setRetention.mutationOptions({
      onSuccess: (_, sent) => {
        setKept(sent.days);
        toast.success(t("saved"));
      },
      onError: () => toast.error(t("failed")),
    }),
  );
  const next = limited ? Number(typed) : null;

  function submit(event: FormEvent): void {
    event.preventDefault();
    const valid = retentionInput.safeParse({ days: next }).success;
    setProblem(valid ? null : t("daysWrong"));
    if (!valid || save.isPending) return;
    if (next !== null && (kept === null || next < kept)) setAsking(true);
    else save.mutate({ days: next });
  }

  return (
    <form noValidate onSubmit={submit}>
      <fieldset disabled={!editable} className="space-y-4">
        <legend className="sr-only">{t("retention")}</legend>
        {[false, true].map((choice) => (
          <label key={String(choice)} className="flex w-fit items-center gap-3 text-sm">
            <input
              type="radio"
              name="limited"
              className="accent-primary"
              checked={limited === choice}
              onChange={() => setLimited(choice)}
            />
            {choice ? t("keepDays") : t("keepAll")}
          </label>
        ))}
        {limited && (
          <div className="pl-7">
            <div className="flex items-center gap-3 text-sm">
              <Input
                aria-label={t("daysLabel")}
                inputMode="numeric"
                className="w-24"
                value={typed}
                aria-invalid={problem ? true : undefined}
                aria-describedby={problem ? "retention-problem" : undefined}
                onChange={(event) => setTyped(event.target.value)}
              />
              {t("daysUnit")}
            </div>
            {problem && (
              <p id="retention-problem" role="alert" className="mt-2 text-sm text-destructive">
                {problem}
              </p>
            )}
          </div>
        )}
        {editable ? (
          <Button
            type="submit"
            variant="outline"
            size="small"
            disabled={next === kept}
            aria-busy={save.isPending}
          >
            {t("save")}
          </Button>
        ) : (
          <p className="text-sm text-muted-foreground">{t("ownersOnly")}</p>
        )}
      </fieldset>
      <ConfirmDialog
        trigger={null}
        open={asking}
        onOpenChange={setAsking}
        title={t("retentionTitle")}
        description={t("retentionText", { days: next ?? 0 })}
        confirm={t("save")}
        cancel={t("cancel")}
        destructive
        onConfirm={() => save.mutate({ days: next })}
      />
    </form>
  );
}
