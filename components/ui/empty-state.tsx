import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

type EmptyStateProps = {
  icon: LucideIcon;
  title: ReactNode;
  /** What to do next, in words. */
  hint?: ReactNode;
  /** The button or link that does it. */
  children?: ReactNode;
  className?: string;
};

/** Where a list would be: why there is nothing, and what to do next. */
export function EmptyState({ icon: Icon, title, hint, children, className }: EmptyStateProps) {
  return (
    <div className={cn("rounded-2xl border border-dashed border-border px-6 py-14 text-center", className)}>
      <span className="mx-auto grid size-12 place-items-center rounded-2xl bg-accent text-accent-foreground">
        <Icon aria-hidden className="size-6" />
      </span>
      <p className="mt-4 font-medium text-balance">{title}</p>
      {hint && (
        <p className="mx-auto mt-2 max-w-md text-sm leading-relaxed text-pretty text-muted-foreground">
          {hint}
        </p>
      )}
      {children && <div className="mt-6 flex flex-wrap justify-center gap-3">{children}</div>}
    </div>
  );
}
