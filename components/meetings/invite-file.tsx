"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { FileSpreadsheet } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { toast } from "sonner";
import { BadLines } from "@/components/meetings/bad-lines";
import { type FileTrouble, importInvitees } from "@/components/meetings/import-invitees";
import { PermanentBox } from "@/components/meetings/permanent-box";
import { useMeetingWords } from "@/components/meetings/use-meeting-words";
import { useTRPC } from "@/components/shell/trpc";
import { Alert } from "@/components/ui/alert";
import type { MeetingRefusal } from "@/server/domain/meetings/schema";

type InviteFileProps = { meetingId: number; onClose: () => void };

/** Invites everybody of a CSV or XLSX file; its bad lines are told. */
export function InviteFile({ meetingId, onClose }: InviteFileProps) {
  const t = useTranslations("Meetings");
  const words = useMeetingWords();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const id = useId();
  const [permanent, setPermanent] = useState(false);
  const add = useMutation({
    mutationFn: (file: File) => importInvitees(meetingId, file, permanent),
    onSuccess: (result) => {
      if (!result.ok) return;
      if (result.added + result.known > 0)
        toast.success(t("listTaken", { added: result.added, known: result.known }));
      void queries.invalidateQueries({ queryKey: trpc.meetings.pathKey() });
      if (result.bad.length === 0) onClose();
    },
  });
  const inWords = (refusal: MeetingRefusal | { ok: false; reason: FileTrouble }) => {
    const { reason } = refusal;
    if (reason === "not_text" || reason === "quotes" || reason === "too_many_lines" || reason === "too_large")
      return t(`fileTrouble.${reason}`);
    return words.refusal({ ...refusal, reason });
  };
  const refused = add.data && !add.data.ok ? inWords(add.data) : null;
  const trouble = add.isError ? t("changeFailed") : refused;
  return (
    <div className="space-y-5">
      <p className="text-sm leading-relaxed text-muted-foreground">{t("fileText")}</p>
      <label
        htmlFor={id}
        aria-busy={add.isPending}
        className="flex cursor-pointer items-center gap-3 rounded-xl border border-dashed border-input/70 px-4 py-5 text-sm transition-colors focus-within:border-ring focus-within:ring-3 focus-within:ring-ring/30 hover:bg-muted/60"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          const dropped = event.dataTransfer.files[0];
          if (dropped) add.mutate(dropped);
        }}
      >
        <FileSpreadsheet aria-hidden className="size-5 shrink-0 text-muted-foreground" />
        <span className="min-w-0 truncate" title={add.variables?.name}>
          {add.isPending ? t("inviting") : (add.variables?.name ?? t("chooseFile"))}
        </span>
        <input
          id={id}
          type="file"
          accept=".csv,.tsv,.txt,.xlsx,text/csv"
          className="sr-only"
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            if (chosen) add.mutate(chosen);
            event.target.value = "";
          }}
        />
      </label>
      {trouble && <Alert live tone="destructive" title={trouble} />}
      {add.data?.ok && add.data.bad.length > 0 && <BadLines bad={add.data.bad} />}
      <PermanentBox checked={permanent} onChange={setPermanent} />
    </div>
  );
}
