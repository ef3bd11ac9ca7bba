"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { Video } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CallForm } from "@/components/calls/call-form";
import { useCallTrouble } from "@/components/calls/use-call-trouble";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";

type OfferCallProps = {
  conversation: { id: number; seenSeq: number };
  /** Of the button, which is an icon. */
  className: string;
};

/** Makes a video call and sends its link to the customer; says how to connect a service where there is none. */
export function OfferCall({ conversation, className }: OfferCallProps) {
  const t = useTranslations("Calls");
  const trpc = useTRPC();
  const [open, setOpen] = useState(false);
  const state = useQuery({ ...trpc.calls.available.queryOptions(), enabled: open });
  const lacks = state.data?.connected === false;
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <button type="button" aria-label={t("offer")} title={t("offer")} className={className}>
          <Video aria-hidden className="size-4.5" />
        </button>
      </DialogTrigger>
      <DialogContent
        title={lacks ? t("connect") : t("title")}
        description={lacks ? t("connectHint") : t("description")}
        closeLabel={t("cancel")}
      >
        {state.isPending ? (
          <Skeleton className="h-64" />
        ) : !lacks ? (
          <OfferForm
            conversation={conversation}
            company={state.data?.company ?? ""}
            onDone={() => setOpen(false)}
          />
        ) : state.data?.mayConnect ? (
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
  conversation: { id, seenSeq },
  company,
  onDone,
}: Pick<OfferCallProps, "conversation"> & { company: string; onDone: () => void }) {
  const t = useTranslations("Calls");
  const trpc = useTRPC();
  const inWords = useCallTrouble();
  const offer = useMutation(
    trpc.calls.offer.mutationOptions({ onSuccess: (result) => result.ok && onDone() }),
  );
  const refused = offer.data && !offer.data.ok ? offer.data : null;
  return (
    <CallForm
      topic={company}
      submit={t("send")}
      pending={offer.isPending}
      trouble={refused ? inWords(refused) : offer.isError ? inWords(null) : null}
      onSubmit={(wanted) => offer.mutate({ ...wanted, conversationId: id, seenSeq })}
    />
  );
}
