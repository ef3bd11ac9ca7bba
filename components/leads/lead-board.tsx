"use client";

import {
  DndContext,
  type DragEndEvent,
  DragOverlay,
  type DragStartEvent,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { LeadFace } from "@/components/leads/lead-card";
import { LeadColumn } from "@/components/leads/lead-column";
import type { LeadsFilter } from "@/components/leads/leads-filter";
import { useLeadWords } from "@/components/leads/use-lead-words";
import { useLeads } from "@/components/leads/use-leads";
import { Skeleton } from "@/components/ui/skeleton";
import {
  type LeadBoard as Board,
  LEAD_STATUSES,
  type LeadStatusName,
  type LeadView,
} from "@/server/domain/leads/schema";

type LeadBoardProps = { board: Board; filter: LeadsFilter; onOpen: (id: number) => void };

/** Leads in columns by stage. A card is dragged by mouse or finger; its menu moves it without. */
export function LeadBoard({ board, filter, onOpen }: LeadBoardProps) {
  const t = useTranslations("Leads");
  const words = useLeadWords();
  const { move } = useLeads();
  const [dragged, setDragged] = useState<LeadView | null>(null);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    // A finger that stays drags, one that moves on scrolls.
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
  );
  const moveTo = (leadId: number, status: LeadStatusName) => {
    move(leadId, status);
    toast.success(t("movedTo", { status: words.status(status) }), { id: "moved" });
  };
  const drop = ({ over }: DragEndEvent) => {
    const status = LEAD_STATUSES.find((known) => known === over?.id);
    if (dragged && status && status !== dragged.status) moveTo(dragged.id, status);
    setDragged(null);
  };
  return (
    <DndContext
      id="leads"
      sensors={sensors}
      onDragStart={({ active }: DragStartEvent) => {
        const { lead } = { ...(active.data.current as { lead?: LeadView } | undefined) };
        setDragged(lead ?? null);
      }}
      onDragCancel={() => setDragged(null)}
      onDragEnd={drop}
    >
      <section
        aria-label={t("board")}
        className="flex h-full snap-x gap-3 overflow-x-auto px-4 pb-4 -outline-offset-2 sm:px-6 max-sm:snap-mandatory scroll-px-4 sm:scroll-px-6"
      >
        {board.columns.map((column) => (
          <LeadColumn key={column.status} column={column} filter={filter} onOpen={onOpen} onMove={moveTo} />
        ))}
      </section>
      <DragOverlay dropAnimation={null}>{dragged && <LeadFace lead={dragged} lifted />}</DragOverlay>
    </DndContext>
  );
}

/** The board's place while it is fetched. */
export function BoardSkeleton() {
  return (
    <div aria-busy className="flex h-full gap-3 overflow-hidden px-4 sm:px-6">
      {LEAD_STATUSES.map((status, index) => (
        <div
          key={status}
          className="w-[17.5rem] shrink-0 space-y-2 rounded-2xl bg-muted/60 p-2 max-sm:w-[82vw]"
        >
          <Skeleton className="mx-1.5 mt-1.5 mb-3 h-4 w-24" />
          {[1, 2, 3].slice(index % 3).map((card) => (
            <Skeleton key={card} className="h-24 rounded-xl" />
          ))}
        </div>
      ))}
    </div>
  );
}
