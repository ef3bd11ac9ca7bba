import type { LucideIcon } from "lucide-react";
import { cn } from "@/components/ui/cn";

type SegmentsProps<Value extends string> = {
  label: string;
  options: { value: Value; name: string; icon?: LucideIcon }[];
  value: Value;
  onChoose: (value: Value) => void;
};

/** One choice of a few that stand side by side; on a phone icons speak for their names. */
export function Segments<Value extends string>({ label, options, value, onChoose }: SegmentsProps<Value>) {
  return (
    <fieldset className="flex w-fit max-w-full overflow-x-auto rounded-lg border border-border bg-card p-0.5">
      <legend className="sr-only">{label}</legend>
      {options.map(({ value: option, name, icon: Icon }) => (
        <button
          key={option}
          type="button"
          aria-pressed={option === value}
          className={cn(
            "inline-flex h-8.5 items-center gap-2 rounded-md px-3 text-sm whitespace-nowrap text-muted-foreground transition-colors -outline-offset-2 hover:text-foreground max-sm:h-10",
            option === value && "bg-muted font-medium text-foreground",
          )}
          onClick={() => onChoose(option)}
        >
          {Icon && <Icon aria-hidden className="size-4" />}
          {Icon ? <span className="max-sm:sr-only">{name}</span> : name}
        </button>
      ))}
    </fieldset>
  );
}
