import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";

/** A raised surface for one thing. */
export function Card({ className, ...props }: ComponentProps<"section">) {
  return (
    <section
      className={cn("rounded-2xl border border-border bg-card text-card-foreground shadow-soft", className)}
      {...props}
    />
  );
}
