import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";
import { Input } from "@/components/ui/input";

type NumberFieldProps = Omit<ComponentProps<"input">, "value" | "onChange" | "type"> & {
  value: number;
  /** NaN while the field is empty. */
  onChange: (value: number) => void;
  unit: string;
};

/** A whole number with its unit inside the field. */
export function NumberField({ value, onChange, unit, className, ...props }: NumberFieldProps) {
  return (
    <span className={cn("relative inline-block w-32", className)}>
      <Input
        type="number"
        inputMode="numeric"
        step={1}
        value={Number.isFinite(value) ? value : ""}
        onChange={(event) => onChange(event.target.valueAsNumber)}
        className="pr-14 tabular-nums [appearance:textfield] [&::-webkit-inner-spin-button]:appearance-none"
        {...props}
      />
      <span
        aria-hidden
        className="pointer-events-none absolute inset-y-0 right-3.5 flex items-center text-sm text-muted-foreground"
      >
        {unit}
      </span>
    </span>
  );
}
