"use client";

import { Popover as Primitive } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";

/** A small surface that opens from a button and may hold anything. */
export const Popover = Primitive.Root;
export const PopoverTrigger = Primitive.Trigger;

/** The popover's surface; name it by `aria-label`. */
export function PopoverContent({ className, ...props }: ComponentProps<typeof Primitive.Content>) {
  return (
    <Primitive.Portal>
      <Primitive.Content
        sideOffset={6}
        collisionPadding={8}
        className={cn(
          "z-50 max-h-(--radix-popover-content-available-height) w-80 max-w-[calc(100vw-1rem)] overflow-y-auto rounded-xl border border-border bg-popover p-4 text-foreground shadow-lifted outline-none",
          className,
        )}
        {...props}
      />
    </Primitive.Portal>
  );
}
