"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useLeads } from "@/components/leads/use-leads";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/textarea";

/** Writes a note on a lead. */
export function LeadNote({ leadId }: { leadId: number }) {
  const t = useTranslations("Leads");
  const trpc = useTRPC();
  const id = useId();
  const { refresh } = useLeads();
  const [text, setText] = useState("");
  // The same note once, however often it is tried.
  const [clientId, setClientId] = useState(() => crypto.randomUUID());
  const note = useMutation(
    trpc.leads.note.mutationOptions({
      onSuccess: () => {
        setText("");
        setClientId(crypto.randomUUID());
        void refresh();
      },
    }),
  );
  const send = () => {
    if (text.trim() && !note.isPending) note.mutate({ leadId, clientId, text: text.trim() });
  };
  return (
    <form
      className="space-y-2"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label htmlFor={id} className="sr-only">
        {t("field.note")}
      </label>
      <Textarea
        id={id}
        className="min-h-16"
        maxLength={4000}
        placeholder={t("noteHint")}
        value={text}
        data-unsaved={text ? true : undefined}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return;
          event.preventDefault();
          send();
        }}
      />
      <div className="flex items-center justify-end gap-3">
        {note.isError && (
          <p role="alert" className="mr-auto text-sm text-destructive">
            {t("noteFailed")}
          </p>
        )}
        <Button
          type="submit"
          size="small"
          variant="outline"
          disabled={!text.trim()}
          aria-busy={note.isPending}
        >
          {t("addNote")}
        </Button>
      </div>
    </form>
  );
}
