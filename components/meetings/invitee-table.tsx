"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { AnswerDialog } from "@/components/meetings/answer-dialog";
import { InviteeDialog } from "@/components/meetings/invitee-dialog";
import { InviteeRow } from "@/components/meetings/invitee-row";
import { useInviteeActs } from "@/components/meetings/use-invitee-acts";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { InviteeView } from "@/server/domain/meetings/schema";

export type InviteeAct = "answer" | "edit" | "remove";
type InviteeTableProps = {
  invitees: InviteeView[];
  /** Others are on their way: these are what was asked for before. */
  busy: boolean;
  mayChange: boolean;
  /** Answers of a meeting that does not take place are left as they are. */
  mayAnswer: boolean;
};

const heading = "px-4 py-2.5 text-left text-xs font-medium text-muted-foreground";

/** One page of invitees; on a phone each stands as a block. */
export function InviteeTable({ invitees, busy, mayChange, mayAnswer }: InviteeTableProps) {
  const t = useTranslations("Meetings");
  const { remove } = useInviteeActs();
  // One set of dialogs for all rows, and what it is about.
  const [act, setAct] = useState<{ invitee: InviteeView; kind: InviteeAct } | null>(null);
  const close = () => setAct(null);
  const about = (kind: InviteeAct) => (act?.kind === kind ? act.invitee : null);
  return (
    <>
      <div className="rounded-2xl border border-border bg-card shadow-soft">
        <table
          aria-label={t("invitees")}
          aria-busy={busy}
          className="w-full table-fixed text-sm transition-opacity aria-busy:opacity-50 max-sm:block"
        >
          <thead className="max-sm:sr-only">
            <tr className="border-b border-border">
              <th scope="col" className={heading}>
                {t("column.person")}
              </th>
              <th scope="col" className={`${heading} w-[34%]`}>
                {t("column.answer")}
              </th>
              <th scope="col" className={`${heading} w-36`}>
                {t("column.reach")}
              </th>
              {mayChange && (
                <th scope="col" className="w-14">
                  <span className="sr-only">{t("column.acts")}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody className="divide-y divide-border max-sm:block">
            {invitees.map((invitee) => (
              <InviteeRow
                key={invitee.id}
                invitee={invitee}
                mayChange={mayChange}
                mayAnswer={mayAnswer}
                onAct={(kind) => setAct({ invitee, kind })}
              />
            ))}
          </tbody>
        </table>
      </div>
      {mayChange && (
        <>
          <AnswerDialog invitee={about("answer")} onClose={close} />
          <InviteeDialog invitee={about("edit")} onClose={close} />
          <ConfirmDialog
            trigger={null}
            open={about("remove") !== null}
            onOpenChange={(open) => !open && close()}
            title={t("removeTitle", { name: nameOf(about("remove")) })}
            description={t("removeText")}
            confirm={t("remove")}
            cancel={t("keepPerson")}
            destructive
            onConfirm={() => {
              const invitee = about("remove");
              if (invitee) remove.mutate({ inviteeId: invitee.id });
            }}
          />
        </>
      )}
    </>
  );
}

function nameOf(invitee: InviteeView | null): string {
  return invitee ? invitee.person.fullName || invitee.person.email || invitee.person.phone || "" : "";
}
