"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";

/** Has the messages of some days understood anew. */
export function ReclassifyForm({ refresh }: { refresh: () => Promise<void> }) {
  const t = useTranslations("Intents");
  const trpc = useTRPC();
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const again = useMutation(
    trpc.intents.reclassify.mutationOptions({
      onSuccess: ({ queued }) => {
        toast.success(t("queued", { count: queued }));
        void refresh();
      },
      onError: () => toast.error(t("failed")),
    }),
  );
  const isComplete = from !== "" && to !== "" && from <= to;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!isComplete) return;
    // Days as the reader's clock has them; the last one counts in whole.
    const since = new Date(`${from}T00:00`);
    const until = new Date(`${to}T00:00`);
    until.setDate(until.getDate() + 1);
    again.mutate({ since: since.toISOString(), until: until.toISOString() });
  }

  return (
    <Card className="p-5 sm:p-6">
      <h2 className="font-semibold tracking-tight">{t("again")}</h2>
      <p className="mt-1 text-sm leading-relaxed text-muted-foreground">{t("againHint")}</p>
      <form onSubmit={submit} className="mt-4 flex flex-wrap items-end gap-4">
        <div className="space-y-1.5">
          <Label htmlFor="again-from">{t("from")}</Label>
          <Input id="again-from" type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
        </div>
        <div className="space-y-1.5">
          <Label htmlFor="again-to">{t("to")}</Label>
          <Input id="again-to" type="date" value={to} onChange={(event) => setTo(event.target.value)} />
        </div>
        <Button type="submit" variant="outline" disabled={!isComplete || again.isPending}>
          {t("againStart")}
        </Button>
      </form>
    </Card>
  );
}
