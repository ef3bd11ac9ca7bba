"use client";

import { useMutation } from "@tanstack/react-query";
import { Download, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { errorReason } from "@/components/settings/error-reason";
import { TypedConfirmDialog } from "@/components/settings/typed-confirm-dialog";
import { useDay } from "@/components/settings/use-day";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import type { ContactView } from "@/server/domain/contacts/schema";

type ContactRowProps = { contact: ContactView; refresh: () => Promise<unknown> };

/** A person found, with the two things that can be done with their data. */
export function ContactRow({ contact, refresh }: ContactRowProps) {
  const t = useTranslations("Data");
  const trpc = useTRPC();
  const day = useDay();
  const [asking, setAsking] = useState(false);
  const { id, name, username, externalId, conversations, lastSeenAt } = contact;
  const remove = useMutation(
    trpc.contacts.delete.mutationOptions({
      onSuccess: (result) => {
        if (!result.ok) return;
        setAsking(false);
        toast.success(t("deleted", { name }));
        void refresh();
      },
      onError: (error) => {
        if (errorReason(error) !== "contact") return;
        setAsking(false);
        toast.error(t("gone"));
        void refresh();
      },
    }),
  );
  const refused = remove.data && !remove.data.ok ? t(`reason.${remove.data.reason}`) : null;
  const facts = [
    username && `@${username}`,
    externalId,
    t("conversations", { count: conversations }),
    t("lastSeen", { date: day(lastSeenAt) }),
  ];
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 px-4 py-3">
      <div className="min-w-0 flex-1 basis-52">
        <p className="truncate text-sm font-medium" title={name}>
          {name}
        </p>
        <p className="mt-0.5 text-xs text-muted-foreground">{facts.filter(Boolean).join(" · ")}</p>
      </div>
      <div className="flex gap-2">
        <Button asChild variant="outline" size="small">
          <a href={`/api/exports/contacts/${id}`} download aria-label={t("exportOf", { name })}>
            <Download aria-hidden />
            {t("exportContact")}
          </a>
        </Button>
        <Button
          variant="outline"
          size="small"
          aria-label={t("deleteOf", { name })}
          onClick={() => setAsking(true)}
        >
          <Trash2 aria-hidden />
          {t("deleteContact")}
        </Button>
      </div>
      <TypedConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("deleteTitle", { name })}
        description={t("deleteText")}
        word={name}
        label={t("typeName", { name })}
        confirm={t("deleteContact")}
        cancel={t("cancel")}
        close={t("close")}
        busy={remove.isPending}
        problem={refused ?? (remove.isError ? t("failed") : null)}
        onConfirm={(confirm) => remove.mutate({ contactId: id, confirm })}
      />
    </li>
  );
}
