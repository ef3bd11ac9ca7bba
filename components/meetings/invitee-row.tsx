"use client";

import { Ellipsis, MessageSquarePlus, Pencil, Pin, PinOff, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { AnswerCell } from "@/components/meetings/answer-cell";
import type { InviteeAct } from "@/components/meetings/invitee-table";
import { ReachBadge } from "@/components/meetings/reach-badge";
import { useInviteeActs } from "@/components/meetings/use-invitee-acts";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import type { InviteeView } from "@/server/domain/meetings/schema";

type InviteeRowProps = {
  invitee: InviteeView;
  mayChange: boolean;
  mayAnswer: boolean;
  onAct: (act: InviteeAct) => void;
};

/** One invitee: who, what they said and how they hear of the meeting. */
export function InviteeRow({ invitee, mayChange, mayAnswer, onAct }: InviteeRowProps) {
  const t = useTranslations("Meetings");
  const { person } = invitee;
  const addresses = [person.email, person.phone && `+${person.phone}`].filter(Boolean).join(" · ");
  const name = person.fullName || addresses;
  return (
    <tr className="max-sm:relative max-sm:block max-sm:space-y-2 max-sm:px-4 max-sm:py-3.5">
      <td className="px-4 py-2.5 align-top max-sm:block max-sm:p-0 max-sm:pr-12">
        <p className="flex min-w-0 items-center gap-1.5">
          <span dir="auto" className="line-clamp-2 font-medium [overflow-wrap:anywhere]" title={name}>
            {name}
          </span>
          {person.isPermanent && (
            <span title={t("permanent")} className="shrink-0 text-muted-foreground">
              <Pin aria-hidden className="size-3.5" />
              <span className="sr-only">{t("permanent")}</span>
            </span>
          )}
        </p>
        {person.fullName && addresses && (
          <p className="truncate text-[13px] text-muted-foreground" title={addresses}>
            {addresses}
          </p>
        )}
      </td>
      <td className="px-4 py-2.5 align-top max-sm:block max-sm:p-0">
        <AnswerCell invitee={invitee} name={name} mayAnswer={mayAnswer} />
      </td>
      <td className="px-4 py-2.5 align-top max-sm:block max-sm:p-0">
        <ReachBadge reach={person.reach} />
      </td>
      {mayChange && (
        <td className="px-2 py-1.5 text-right align-top max-sm:absolute max-sm:top-1.5 max-sm:right-1 max-sm:p-0">
          <InviteeMenu invitee={invitee} name={name} mayAnswer={mayAnswer} onAct={onAct} />
        </td>
      )}
    </tr>
  );
}

type InviteeMenuProps = Pick<InviteeRowProps, "invitee" | "mayAnswer" | "onAct"> & { name: string };

function InviteeMenu({ invitee, name, mayAnswer, onAct }: InviteeMenuProps) {
  const t = useTranslations("Meetings");
  const { change } = useInviteeActs();
  const { isPermanent } = invitee.person;
  // A dialog opens when the menu has given the focus back, so that it can be given back again.
  const asked = useRef<InviteeAct | null>(null);
  const ask = (act: InviteeAct) => () => {
    asked.current = act;
  };
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="icon" aria-label={t("actsOf", { name })}>
          <Ellipsis aria-hidden />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent
        align="end"
        onCloseAutoFocus={() => {
          if (asked.current) onAct(asked.current);
          asked.current = null;
        }}
      >
        {mayAnswer && (
          <DropdownMenuItem onSelect={ask("answer")}>
            <MessageSquarePlus aria-hidden />
            {t("noteAnswer")}
          </DropdownMenuItem>
        )}
        <DropdownMenuItem onSelect={ask("edit")}>
          <Pencil aria-hidden />
          {t("editPerson")}
        </DropdownMenuItem>
        <DropdownMenuItem onSelect={() => change.mutate({ inviteeId: invitee.id, permanent: !isPermanent })}>
          {isPermanent ? <PinOff aria-hidden /> : <Pin aria-hidden />}
          {t(isPermanent ? "makeOneTime" : "makePermanent")}
        </DropdownMenuItem>
        <DropdownMenuSeparator />
        <DropdownMenuItem tone="destructive" onSelect={ask("remove")}>
          <Trash2 aria-hidden />
          {t("remove")}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
