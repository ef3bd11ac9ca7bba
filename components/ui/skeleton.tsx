import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";

/** A grey place for what is still coming; give it the size of what comes. */
export function Skeleton({ className, ...props }: ComponentProps<"div">) {
  return (
    <div
      aria-hidden
      className={cn("animate-pulse rounded-lg bg-muted-foreground/12", className)}
      {...props}
    />
  );
}
