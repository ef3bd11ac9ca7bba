"use client";

import { useDraggable } from "@dnd-kit/core";
import { CalendarClock, UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { MoveMenu } from "@/components/leads/move-menu";
import { useLeadWords } from "@/components/leads/use-lead-words";
import { cn } from "@/components/ui/cn";
import type { LeadStatusName, LeadView } from "@/server/domain/leads/schema";

type LeadCardProps = {
  lead: LeadView;
  onOpen: () => void;
  onMove: (status: LeadStatusName) => void;
};

/** A lead on the board: dragged, opened, or moved by its menu. */
export function LeadCard({ lead, onOpen, onMove }: LeadCardProps) {
  const { setNodeRef, listeners, isDragging } = useDraggable({ id: lead.id, data: { lead } });
  return (
    <li ref={setNodeRef} {...listeners} className={cn("list-none", isDragging && "opacity-40")}>
      <LeadFace lead={lead} onOpen={onOpen} onMove={onMove} />
    </li>
  );
}

type LeadFaceProps = { lead: LeadView; lifted?: boolean } & Partial<Omit<LeadCardProps, "lead">>;

/** How a card looks; `lifted` while it is dragged, when it can do nothing. */
export function LeadFace({ lead, lifted, onOpen, onMove }: LeadFaceProps) {
  const t = useTranslations("Leads");
  const words = useLeadWords();
  const isLate = words.isLate(lead);
  return (
    <article
      className={cn(
        "group relative rounded-xl border border-border bg-card p-3 text-sm shadow-soft transition-[border-color] hover:border-input/60",
        lifted && "rotate-1 cursor-grabbing shadow-lifted",
      )}
    >
      <div className="flex items-start gap-2">
        <h3 className="min-w-0 flex-1 font-medium">
          <button
            type="button"
            dir="auto"
            title={lead.name}
            className="line-clamp-2 w-full text-left [overflow-wrap:anywhere] outline-none after:absolute after:inset-0 after:rounded-xl focus-visible:after:outline-2 focus-visible:after:outline-ring"
            onClick={onOpen}
          >
            {lead.name}
          </button>
        </h3>
        {onMove && <MoveMenu lead={lead} onMove={onMove} />}
      </div>
      {lead.value !== null && <p className="mt-0.5 tabular-nums">{words.money(lead.value, lead.currency)}</p>}
      {(lead.nextStep || lead.nextStepAt) && (
        <p
          className={cn(
            "mt-2 flex min-w-0 items-center gap-1.5 text-xs text-muted-foreground",
            isLate && "text-destructive",
          )}
        >
          <CalendarClock aria-hidden className="size-3.5 shrink-0" />
          {lead.nextStepAt && (
            <time dateTime={lead.nextStepAt} className="shrink-0 tabular-nums">
              {words.day(lead.nextStepAt)}
            </time>
          )}
          {isLate && <span className="sr-only"> {t("late")} </span>}
          <span className="truncate" title={lead.nextStep ?? undefined}>
            {lead.nextStep}
          </span>
        </p>
      )}
      <p className="mt-2 flex items-center justify-between gap-3 text-xs text-muted-foreground">
        <span className="truncate" title={words.source(lead.source)}>
          {words.source(lead.source)}
        </span>
        {lead.owner && (
          <span className="flex min-w-0 items-center gap-1" title={lead.owner.name}>
            <UserRound aria-hidden className="size-3 shrink-0" />
            <span className="truncate">{lead.owner.name}</span>
          </span>
        )}
      </p>
    </article>
  );
}
