import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

/** A page that fills the dashboard's height and width and scrolls inside itself (the inbox); any other page is a
 * centred document. Put it directly into the page. */
export function FillPage({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <div
      data-fill
      className={cn(
        "h-[calc(100dvh-var(--shell-top)-var(--shell-bottom))] min-h-0 overflow-hidden",
        className,
      )}
    >
      {children}
    </div>
  );
}
