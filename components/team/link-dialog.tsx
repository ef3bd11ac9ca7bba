"use client";

import { useMutation } from "@tanstack/react-query";
import { LoaderCircle } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { toast } from "sonner";
import { CopyField } from "@/components/settings/copy-field";
import { useTRPC } from "@/components/shell/trpc";
import { Dialog, DialogContent } from "@/components/ui/dialog";

type LinkDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  bots: string[];
  /** The account is linked by now. */
  linked: boolean;
};

/** Shows the one-time code that the member sends to a bot, and closes once it arrived. */
export function LinkDialog({ open, onOpenChange, bots, linked }: LinkDialogProps) {
  const t = useTranslations("Team");
  const waiting = useRef(false);
  useEffect(() => {
    if (open && linked && waiting.current) {
      toast.success(t("linkDone"));
      onOpenChange(false);
    }
    waiting.current = open && !linked;
  }, [open, linked, onOpenChange, t]);
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title={t("linkTitle")} description={t("linkText")} closeLabel={t("close")}>
        {bots.length === 0 ? <p className="text-sm">{t("linkNoBot")}</p> : <LinkCode bots={bots} />}
      </DialogContent>
    </Dialog>
  );
}

function LinkCode({ bots }: { bots: string[] }) {
  const t = useTranslations("Team");
  const trpc = useTRPC();
  const format = useFormatter();
  const { mutate, data, isError } = useMutation(trpc.team.createLinkCode.mutationOptions());
  useEffect(() => mutate(), [mutate]);
  if (isError) return <p className="text-sm text-destructive">{t("failed")}</p>;
  if (!data) return <div className="h-32" aria-busy />;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const time = format.dateTime(new Date(data.expiresAt), { hour: "2-digit", minute: "2-digit", timeZone });
  return (
    <div className="space-y-4">
      <CopyField label={t("link")} value={`/link ${data.code}`} copy={t("copy")} copied={t("copied")} />
      <ul className="space-y-1 text-sm text-muted-foreground">
        {bots.map((bot) => (
          <li key={bot} className="truncate">
            {t("linkBot", { bot: `@${bot}` })}
          </li>
        ))}
        <li>{t("linkUntil", { time })}</li>
      </ul>
      <p role="status" className="flex items-center gap-2 text-sm">
        <LoaderCircle aria-hidden className="size-4 animate-spin" />
        {t("linkWaiting")}
      </p>
    </div>
  );
}
