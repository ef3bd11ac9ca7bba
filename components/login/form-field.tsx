import type { ComponentProps } from "react";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";

type FormFieldProps = ComponentProps<"input"> & {
  name: string;
  label: string;
  hint?: string;
  /** What is wrong with it, in words. */
  problem?: string | null;
};

/** A labelled field with what is wrong with it below. */
export function FormField({ name, label, hint, problem, ...input }: FormFieldProps) {
  const described = [problem ? `${name}-problem` : null, hint ? `${name}-hint` : null].filter(Boolean);
  return (
    <div className="space-y-2">
      <Label htmlFor={name}>{label}</Label>
      <Input
        id={name}
        name={name}
        aria-invalid={problem ? true : undefined}
        aria-describedby={described.join(" ") || undefined}
        {...input}
      />
      {problem && (
        <p id={`${name}-problem`} className="text-sm text-destructive">
          {problem}
        </p>
      )}
      {hint && (
        <p id={`${name}-hint`} className="text-sm text-muted-foreground">
          {hint}
        </p>
      )}
    </div>
  );
}
