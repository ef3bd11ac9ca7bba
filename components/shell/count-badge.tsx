import { cn } from "@/components/ui/cn";

type CountBadgeProps = { count: number /** What is counted, in words. */; label: string; floating: boolean };

/** How much waits behind a link of the navigation; nothing when nothing does. */
export function CountBadge({ count, label, floating }: CountBadgeProps) {
  if (count === 0) return null;
  return (
    <span
      className={cn(
        "grid h-5 min-w-5 place-items-center rounded-full bg-primary px-1.5 text-[11px] font-semibold text-primary-foreground tabular-nums",
        floating ? "absolute top-0.5 left-1/2 ml-1 h-4 min-w-4 px-1 text-[10px]" : "ml-auto",
      )}
    >
      <span aria-hidden>{count > 99 ? "99+" : count}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}
