import { Switch as Primitive } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";

/** On or off; give it a name by `aria-label` or a label's `htmlFor`. */
export function Switch({ className, ...props }: ComponentProps<typeof Primitive.Root>) {
  return (
    <Primitive.Root
      className={cn(
        "relative inline-flex h-6 w-11 shrink-0 items-center rounded-full border border-transparent bg-input/80 after:absolute after:inset-x-0 after:-inset-y-2 transition-colors duration-150 disabled:opacity-55 data-[state=checked]:bg-primary",
        className,
      )}
      {...props}
    >
      <Primitive.Thumb className="block size-5 translate-x-px rounded-full bg-white shadow-soft transition-transform duration-150 data-[state=checked]:translate-x-[1.3rem] dark:data-[state=checked]:bg-primary-foreground" />
    </Primitive.Root>
  );
}
