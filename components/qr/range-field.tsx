"use client";

import { Label } from "@/components/ui/label";

type RangeFieldProps = {
  id: string;
  label: string;
  unit?: string;
  min: number;
  max: number;
  value: number;
  onChange: (value: number) => void;
};

/** A whole number by a slider, with its value in sight. */
export function RangeField({ id, label, unit = "", min, max, value, onChange }: RangeFieldProps) {
  return (
    <div>
      <div className="flex items-baseline justify-between gap-3">
        <Label htmlFor={id}>{label}</Label>
        <output htmlFor={id} className="text-sm text-muted-foreground tabular-nums">
          {value}
          {unit && ` ${unit}`}
        </output>
      </div>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        value={value}
        onChange={(event) => onChange(event.target.valueAsNumber)}
        className="mt-2.5 h-6 w-full accent-primary"
      />
    </div>
  );
}
