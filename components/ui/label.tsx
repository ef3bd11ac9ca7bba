import { Label as Primitive } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";

/** The visible name of a field; give it `htmlFor`. */
export function Label({ className, ...props }: ComponentProps<"label"> & { htmlFor: string }) {
  return <Primitive.Root className={cn("block text-sm font-medium text-foreground", className)} {...props} />;
}
