import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";

type TextFieldProps = {
  id: string;
  label: string;
  hint?: string;
  type?: "text" | "url" | "password";
  value: string;
  onChange: (value: string) => void;
  /** What is wrong with it, in words. */
  problem?: string;
};

/** A technical word to type in: nothing is corrected or completed. */
export function TextField({ id, label, hint, type = "text", value, onChange, problem }: TextFieldProps) {
  const described = problem ? `${id}-problem` : hint ? `${id}-hint` : undefined;
  return (
    <div className="min-w-0 space-y-2">
      <Label htmlFor={id}>{label}</Label>
      <Input
        id={id}
        type={type}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        aria-invalid={problem ? true : undefined}
        aria-describedby={described}
      />
      {problem && (
        <p id={`${id}-problem`} className="text-sm text-destructive">
          {problem}
        </p>
      )}
      {!problem && hint && (
        <p id={`${id}-hint`} className="text-sm leading-relaxed text-muted-foreground">
          {hint}
        </p>
      )}
    </div>
  );
}
