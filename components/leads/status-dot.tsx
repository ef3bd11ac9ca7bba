import { cn } from "@/components/ui/cn";
import type { LeadStatusName } from "@/server/domain/leads/schema";

const colours: Record<LeadStatusName, string> = {
  new: "bg-muted-foreground/60",
  contacted: "bg-ring/60",
  qualified: "bg-ring",
  proposal: "bg-warning",
  won: "bg-success",
  lost: "bg-destructive/70",
};

/** A stage's colour; its name stands beside it. */
export function StatusDot({ status }: { status: LeadStatusName }) {
  return <span aria-hidden className={cn("size-2 shrink-0 rounded-full", colours[status])} />;
}
