import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { Label } from "@/components/ui/label";

type FieldProps = {
  id: string;
  label: string;
  problem?: string | null;
  hint?: ReactNode;
  className?: string;
  /** Takes `id`, `aria-invalid` and `aria-describedby`. */
  children: (control: { id: string; "aria-invalid"?: true; "aria-describedby"?: string }) => ReactNode;
};

/** A control with its name above it and, below, what is wrong with it or what to know. */
export function Field({ id, label, problem, hint, className, children }: FieldProps) {
  const told = problem || hint;
  return (
    <div className={cn("min-w-0 space-y-1.5", className)}>
      <Label htmlFor={id}>{label}</Label>
      {children({
        id,
        ...(problem && { "aria-invalid": true as const }),
        ...(told && { "aria-describedby": `${id}-told` }),
      })}
      {told && (
        <p
          id={`${id}-told`}
          className={cn(
            "text-[13px] leading-relaxed",
            problem ? "text-destructive" : "text-muted-foreground",
          )}
        >
          {told}
        </p>
      )}
    </div>
  );
}
