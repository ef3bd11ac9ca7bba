import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";

type Mode = "managed" | "byok";
type ModelChoiceProps = { mode: Mode; inUse: Mode; managed: string; onChange: (mode: Mode) => void };

/** The server's key or one's own; says which of them answers now. */
export function ModelChoice({ mode, inUse, managed, onChange }: ModelChoiceProps) {
  const t = useTranslations("Profile.ai");
  const choices = [
    { value: "managed", title: t("managed"), hint: managed },
    { value: "byok", title: t("byok"), hint: t("byokHint") },
  ] as const;
  return (
    <fieldset className="grid gap-3 sm:grid-cols-2">
      <legend className="sr-only">{t("model")}</legend>
      {choices.map(({ value, title, hint }) => (
        <label
          key={value}
          className="flex cursor-pointer flex-col gap-1 rounded-xl border border-input/70 p-4 transition-colors hover:border-input has-checked:border-primary has-checked:bg-accent/60 has-focus-visible:ring-3 has-focus-visible:ring-ring/30"
        >
          <span className="flex flex-wrap items-center gap-2 font-medium">
            <input
              type="radio"
              name="mode"
              value={value}
              checked={mode === value}
              onChange={() => onChange(value)}
              className="size-4 accent-primary"
            />
            {title}
            {inUse === value && <Badge tone="success">{t("inUse")}</Badge>}
          </span>
          <span className="text-sm leading-relaxed text-muted-foreground">{hint}</span>
        </label>
      ))}
    </fieldset>
  );
}
