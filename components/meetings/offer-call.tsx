"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { MeetingForm } from "@/components/meetings/meeting-form";
import { useMeetingTrouble } from "@/components/meetings/use-meeting-trouble";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";

type OfferCallProps = {
  conversation: { id: number; contactName: string; seenSeq: number };
  /** May connect an account. */
  mayConnect: boolean;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Makes a video call and sends its link to the customer; says how to connect a service where there is none. */
export function OfferCall({ conversation, mayConnect, open, onOpenChange }: OfferCallProps) {
  const t = useTranslations("Meetings");
  const trpc = useTRPC();
  const available = useQuery({ ...trpc.meetings.available.queryOptions(), enabled: open });
  const connected = available.data !== false;
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent
        title={connected ? t("title") : t("connect")}
        description={connected ? t("description") : t("connectHint")}
        closeLabel={t("cancel")}
      >
        {available.isPending ? (
          <Skeleton className="h-56" />
        ) : connected ? (
          <OfferForm conversation={conversation} onDone={() => onOpenChange(false)} />
        ) : mayConnect ? (
          <div className="flex justify-end">
            <Button asChild>
              <Link href="/resources/new?provider=zoom">{t("connectLink")}</Link>
            </Button>
          </div>
        ) : (
          <p className="text-sm leading-relaxed">{t("connectReader")}</p>
        )}
      </DialogContent>
    </Dialog>
  );
}

function OfferForm({
  conversation: { id, contactName, seenSeq },
  onDone,
}: Pick<OfferCallProps, "conversation"> & { onDone: () => void }) {
  const t = useTranslations("Meetings");
  const trpc = useTRPC();
  const inWords = useMeetingTrouble();
  const offer = useMutation(
    trpc.meetings.offer.mutationOptions({ onSuccess: (result) => result.ok && onDone() }),
  );
  const refused = offer.data && !offer.data.ok ? offer.data : null;
  return (
    <MeetingForm
      topic={t("topicDefault", { name: contactName })}
      submit={t("send")}
      pending={offer.isPending}
      trouble={refused ? inWords(refused) : offer.isError ? inWords(null) : null}
      onSubmit={(wanted) => offer.mutate({ ...wanted, conversationId: id, seenSeq })}
    />
  );
}
