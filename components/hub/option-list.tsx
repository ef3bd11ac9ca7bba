import { Check } from "lucide-react";
import { cn } from "@/components/ui/cn";

type OptionListProps<Name extends string> = {
  options: readonly { name: Name; label: string }[];
  chosen: readonly Name[];
  onChange: (chosen: Name[]) => void;
};

/** Choices of which several may hold. */
export function OptionList<Name extends string>({ options, chosen, onChange }: OptionListProps<Name>) {
  return (
    <ul>
      {options.map(({ name, label }) => {
        const isOn = chosen.includes(name);
        return (
          <li key={name}>
            <button
              type="button"
              aria-pressed={isOn}
              className="flex min-h-10 w-full sm:min-h-9 items-center gap-2.5 rounded-lg px-2 text-left text-sm hover:bg-muted"
              onClick={() => onChange(isOn ? chosen.filter((one) => one !== name) : [...chosen, name])}
            >
              <span
                aria-hidden
                className={cn(
                  "grid size-4 shrink-0 place-items-center rounded border border-input",
                  isOn && "border-primary bg-primary text-primary-foreground",
                )}
              >
                {isOn && <Check className="size-3" strokeWidth={3} />}
              </span>
              {label}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
