"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Check, Copy, Plus, Trash2 } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { CallForm } from "@/components/calls/call-form";
import { useCallTrouble } from "@/components/calls/use-call-trouble";
import { useTRPC } from "@/components/shell/trpc";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import type { CallView } from "@/server/domain/calls/schema";
import type { PanelProps } from "@/server/providers/pages";

const copiedMs = 2000;

/** The account's meetings to come; they are made and deleted here. */
export function CallsPanel({ resource: { id: resourceId, state, mayChange } }: PanelProps) {
  const t = useTranslations("Providers.zoom.meetings");
  const trpc = useTRPC();
  const inWords = useCallTrouble();
  const runs = state === "active" || state === "error";
  const list = useQuery({
    ...trpc.calls.list.queryOptions({ resourceId }),
    enabled: runs,
    refetchInterval: 60_000,
  });
  const refused = list.data && !list.data.ok ? list.data : null;
  const meetings = list.data?.ok ? list.data.meetings : [];
  const failed = refused ? inWords(refused) : list.isError ? inWords(null) : null;
  return (
    <Card className="space-y-4 p-5 sm:p-6" aria-labelledby="meetings">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 id="meetings" className="font-semibold tracking-tight">
            {t("title")}
          </h2>
          <p className="mt-1 text-sm leading-relaxed text-muted-foreground">
            {runs ? t("hint") : t("notRunning")}
          </p>
        </div>
        {runs && <NewMeeting resourceId={resourceId} />}
      </div>
      {runs && list.isPending && <Skeleton className="h-24" />}
      {failed && (
        <Alert live tone="destructive" title={failed}>
          <Button variant="outline" size="small" className="mt-2" onClick={() => void list.refetch()}>
            {t("refresh")}
          </Button>
        </Alert>
      )}
      {list.data?.ok && meetings.length === 0 && (
        <p className="text-sm leading-relaxed text-muted-foreground">{t("empty")}</p>
      )}
      {meetings.length > 0 && (
        <ul className="divide-y divide-border">
          {meetings.map((meeting) => (
            <MeetingRow key={meeting.externalId} {...{ resourceId, meeting, mayChange }} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function NewMeeting({ resourceId }: { resourceId: number }) {
  const t = useTranslations("Calls");
  const own = useTranslations("Providers.zoom.meetings");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const inWords = useCallTrouble();
  const [open, setOpen] = useState(false);
  const create = useMutation(
    trpc.calls.create.mutationOptions({
      onSuccess: async (result) => {
        if (!result.ok) return;
        await queries.invalidateQueries(trpc.calls.list.queryFilter());
        setOpen(false);
      },
    }),
  );
  const refused = create.data && !create.data.ok ? create.data : null;
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        create.reset();
        setOpen(next);
      }}
    >
      <DialogTrigger asChild>
        <Button variant="outline" size="small">
          <Plus aria-hidden />
          {own("new")}
        </Button>
      </DialogTrigger>
      <DialogContent title={t("newTitle")} closeLabel={t("cancel")}>
        <CallForm
          topic=""
          submit={t("create")}
          pending={create.isPending}
          trouble={refused ? inWords(refused) : create.isError ? inWords(null) : null}
          onSubmit={(wanted) => create.mutate({ ...wanted, resourceId })}
        />
      </DialogContent>
    </Dialog>
  );
}

type MeetingRowProps = { resourceId: number; meeting: CallView; mayChange: boolean };

function MeetingRow({ resourceId, meeting, mayChange }: MeetingRowProps) {
  const { externalId, topic, startsAt, durationMinutes, joinUrl } = meeting;
  const t = useTranslations("Providers.zoom.meetings");
  const format = useFormatter();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const inWords = useCallTrouble();
  const [copied, setCopied] = useState(false);
  const remove = useMutation(
    trpc.calls.delete.mutationOptions({
      onSettled: () => queries.invalidateQueries(trpc.calls.list.queryFilter()),
    }),
  );
  const refused = remove.data && !remove.data.ok ? remove.data : null;
  return (
    <li className="flex items-center gap-2 py-3 text-sm first:pt-0 last:pb-0">
      <div className="min-w-0 flex-1">
        <a
          href={joinUrl}
          target="_blank"
          rel="noreferrer"
          className="line-clamp-2 rounded font-medium [overflow-wrap:anywhere] hover:underline"
          title={topic}
        >
          {topic}
        </a>
        <p className="flex flex-wrap gap-x-2 text-muted-foreground" suppressHydrationWarning>
          <time dateTime={startsAt} suppressHydrationWarning>
            {format.dateTime(new Date(startsAt), { dateStyle: "medium", timeStyle: "short" })}
          </time>
          <span>{t("minutes", { count: durationMinutes })}</span>
        </p>
        {(refused || remove.isError) && (
          <p role="alert" className="text-destructive">
            {inWords(refused)}
          </p>
        )}
      </div>
      <Button
        variant="ghost"
        size="icon"
        aria-label={copied ? t("copied") : t("copy")}
        title={t("copy")}
        onClick={async () => {
          await navigator.clipboard.writeText(joinUrl);
          setCopied(true);
          setTimeout(() => setCopied(false), copiedMs);
        }}
      >
        {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
      </Button>
      {mayChange && (
        <ConfirmDialog
          trigger={
            <Button
              variant="ghost"
              size="icon"
              disabled={remove.isPending}
              aria-label={t("remove", { topic })}
            >
              <Trash2 aria-hidden />
            </Button>
          }
          title={t("removeQuestion")}
          description={t("removeHint", { topic })}
          confirm={t("removeConfirm")}
          cancel={t("cancel")}
          destructive
          onConfirm={() => remove.mutate({ resourceId, externalId })}
        />
      )}
    </li>
  );
}
