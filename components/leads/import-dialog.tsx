"use client";

import { useMutation } from "@tanstack/react-query";
import { FileSpreadsheet } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { toast } from "sonner";
import { importFile } from "@/components/leads/import-file";
import { ImportPreview } from "@/components/leads/import-preview";
import { useLeads } from "@/components/leads/use-leads";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import type { LeadMapping } from "@/server/domain/leads/import/schema";

type ImportDialogProps = { open: boolean; onClose: () => void };

/** Leads from a CSV file: chosen, looked at with its bad lines, then made. */
export function ImportDialog({ open, onClose }: ImportDialogProps) {
  const t = useTranslations("Leads");
  return (
    <Dialog open={open} onOpenChange={(next) => !next && onClose()}>
      <DialogContent
        title={t("importTitle")}
        description={t("importText")}
        closeLabel={t("close")}
        className="max-w-2xl"
      >
        <ImportSteps onClose={onClose} />
      </DialogContent>
    </Dialog>
  );
}

function ImportSteps({ onClose }: Pick<ImportDialogProps, "onClose">) {
  const t = useTranslations("Leads");
  const id = useId();
  const { refresh } = useLeads();
  const [file, setFile] = useState<File | null>(null);
  // One import, however often it is tried.
  const [importId, setImportId] = useState("");
  const look = useMutation({
    mutationFn: ({ chosen, mapping }: { chosen: File; mapping?: LeadMapping }) =>
      importFile(chosen, { mapping }),
  });
  const make = useMutation({
    mutationFn: ({ chosen, mapping }: { chosen: File; mapping: LeadMapping }) =>
      importFile(chosen, { mapping, importId }),
    onSuccess: (result) => {
      if (!result.ok) return;
      toast.success(t("imported", { count: result.made }));
      void refresh();
      onClose();
    },
  });
  const choose = (chosen: File) => {
    setFile(chosen);
    setImportId(crypto.randomUUID());
    make.reset();
    look.mutate({ chosen });
  };
  const seen = look.data;
  const trouble =
    look.isError || make.isError
      ? t("importFailed")
      : seen && !seen.ok
        ? t(`importTrouble.${seen.reason}`)
        : null;
  return (
    <div className="space-y-5">
      <label
        htmlFor={id}
        className="flex cursor-pointer items-center gap-3 rounded-xl border border-dashed border-input/70 px-4 py-4 text-sm transition-colors focus-within:border-ring focus-within:ring-3 focus-within:ring-ring/30 hover:bg-muted/60"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          const dropped = event.dataTransfer.files[0];
          if (dropped) choose(dropped);
        }}
      >
        <FileSpreadsheet aria-hidden className="size-5 shrink-0 text-muted-foreground" />
        <span className="min-w-0 truncate" title={file?.name}>
          {file?.name ?? t("chooseFile")}
        </span>
        <input
          id={id}
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          className="sr-only"
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            if (chosen) choose(chosen);
            event.target.value = "";
          }}
        />
      </label>
      {trouble && <Alert live tone="destructive" title={trouble} />}
      {look.isPending && (
        <p role="status" className="text-sm text-muted-foreground">
          {t("looking")}
        </p>
      )}
      {file && seen?.ok && (
        <ImportPreview result={seen} onMapping={(mapping) => look.mutate({ chosen: file, mapping })} />
      )}
      <div className="flex justify-end gap-3">
        <Button variant="outline" onClick={onClose}>
          {t("cancel")}
        </Button>
        <Button
          disabled={!file || !seen?.ok || seen.good === 0 || look.isPending}
          aria-busy={make.isPending}
          onClick={() => file && seen?.ok && make.mutate({ chosen: file, mapping: seen.mapping })}
        >
          {make.isPending ? t("importing") : t("importDo", { count: seen?.ok ? seen.good : 0 })}
        </Button>
      </div>
    </div>
  );
}
