"use client";

import { RadioGroup } from "radix-ui";
import type { ReactNode } from "react";

type ChoiceProps<Value extends string> = {
  label: string;
  value: Value;
  options: { value: Value; label: string; picture?: ReactNode }[];
  onChange: (value: Value) => void;
};

/** One of a few, all in sight. */
export function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  return (
    <div>
      <p className="mb-1.5 text-sm font-medium">{label}</p>
      <RadioGroup.Root
        aria-label={label}
        value={value}
        onValueChange={(chosen) => {
          const option = options.find((each) => each.value === chosen);
          if (option) onChange(option.value);
        }}
        className="flex flex-wrap gap-2"
      >
        {options.map((option) => (
          <RadioGroup.Item
            key={option.value}
            value={option.value}
            className="inline-flex h-10 items-center gap-2 rounded-lg border border-input/70 bg-card px-3 text-sm text-muted-foreground transition-colors hover:border-input hover:text-foreground data-[state=checked]:border-primary data-[state=checked]:bg-accent data-[state=checked]:text-accent-foreground"
          >
            {option.picture}
            {option.label}
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </div>
  );
}
