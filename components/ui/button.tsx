import { Slot } from "radix-ui";
import type { ComponentProps } from "react";
import { type ButtonLook, buttonClasses } from "@/components/ui/button-classes";
import { cn } from "@/components/ui/cn";

type ButtonProps = ComponentProps<"button"> & ButtonLook & { asChild?: boolean };

/** A button, or with `asChild` the look of one on its only child (a link). */
export function Button({ className, variant, size, asChild, type = "button", ...props }: ButtonProps) {
  const classes = cn(buttonClasses({ variant, size }), className);
  if (asChild) return <Slot.Root className={classes} {...props} />;
  return <button type={type} className={classes} {...props} />;
}
