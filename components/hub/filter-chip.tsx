import { ChevronDown, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { cn } from "@/components/ui/cn";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";

const chip =
  "inline-flex h-10.5 shrink-0 items-center gap-1 rounded-full border text-[13px] font-medium transition-colors sm:h-8";
const off = "border-border bg-card text-muted-foreground hover:bg-muted hover:text-foreground";
const on = "border-transparent bg-accent text-accent-foreground";

type FilterChipProps = {
  name: string;
  /** What is chosen, in words; null when nothing is. */
  value: string | null;
  onClear: () => void;
  /** The choices; `close` for one after which there is nothing more to choose. */
  children: (close: () => void) => ReactNode;
};

/** A filter that opens its choices; chosen, it says what and can be taken away. */
export function FilterChip({ name, value, onClear, children }: FilterChipProps) {
  const t = useTranslations("Hub");
  const [isOpen, setOpen] = useState(false);
  return (
    <span className={cn(chip, value ? on : off)}>
      <Popover open={isOpen} onOpenChange={setOpen}>
        <PopoverTrigger
          className={cn("flex h-full items-center gap-1 rounded-full pl-3", value ? "pr-1" : "pr-2.5")}
          aria-label={value ? `${name}: ${value}` : name}
        >
          <span className="max-w-44 truncate">{value ?? name}</span>
          {!value && <ChevronDown aria-hidden className="size-3.5" />}
        </PopoverTrigger>
        <PopoverContent align="start" aria-label={name} className="w-64 p-2">
          {children(() => setOpen(false))}
        </PopoverContent>
      </Popover>
      {value && (
        <button
          type="button"
          aria-label={t("removeFilter", { name })}
          className="relative mr-1 grid size-6 place-items-center rounded-full after:absolute after:-inset-2 hover:bg-foreground/10 sm:after:hidden"
          onClick={onClear}
        >
          <X aria-hidden className="size-3.5" />
        </button>
      )}
    </span>
  );
}

type SwitchChipProps = { name: string; isOn: boolean; onChange: (isOn: boolean) => void };

/** A filter that is on or off. */
export function SwitchChip({ name, isOn, onChange }: SwitchChipProps) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      className={cn(chip, "px-3", isOn ? on : off)}
      onClick={() => onChange(!isOn)}
    >
      {name}
    </button>
  );
}
