"use client";

import { Label } from "@/components/ui/label";

type ColourFieldProps = {
  id: string;
  label: string;
  value: string;
  disabled?: boolean;
  onChange: (value: string) => void;
};

/** A colour by the browser's own picker, with its hex value beside it. */
export function ColourField({ id, label, value, disabled, onChange }: ColourFieldProps) {
  return (
    <div className="space-y-1.5">
      <Label htmlFor={id}>{label}</Label>
      <span className="flex h-11 items-center gap-2.5 rounded-lg border border-input/70 bg-card px-2.5 focus-within:border-ring focus-within:ring-3 focus-within:ring-ring/30 has-disabled:opacity-60">
        <input
          id={id}
          type="color"
          value={value}
          disabled={disabled}
          onChange={(event) => onChange(event.target.value)}
          className="size-7 cursor-pointer appearance-none rounded-md border-0 bg-transparent p-0 outline-none [&::-webkit-color-swatch]:rounded-md [&::-webkit-color-swatch]:border [&::-webkit-color-swatch]:border-border [&::-webkit-color-swatch-wrapper]:p-0"
        />
        <span className="font-mono text-sm text-muted-foreground uppercase">{value}</span>
      </span>
    </div>
  );
}
