type ChoicesFieldProps = {
  id: string;
  label: string;
  choices: { value: string; label: string }[];
  value: string[];
  invalid: boolean;
  describedBy?: string;
  onChange: (value: string[]) => void;
};

/** Any of several choices; the first box carries the field's id, so that its label leads there. */
export function ChoicesField({
  id,
  label,
  choices,
  value,
  invalid,
  describedBy,
  onChange,
}: ChoicesFieldProps) {
  const toggle = (choice: string, on: boolean) =>
    // In the order of the choices, so that the same choice is the same value.
    onChange(
      choices.flatMap((one) => ((one.value === choice ? on : value.includes(one.value)) ? one.value : [])),
    );
  return (
    <fieldset className="grid gap-1 rounded-xl border border-border p-2 sm:grid-cols-2">
      <legend className="sr-only">{label}</legend>
      {choices.map((choice, index) => (
        <label
          key={choice.value}
          htmlFor={index === 0 ? id : `${id}-${choice.value}`}
          className="flex min-h-11 cursor-pointer items-center gap-3 rounded-lg px-2.5 text-sm hover:bg-muted/60"
        >
          <input
            id={index === 0 ? id : `${id}-${choice.value}`}
            type="checkbox"
            className="size-4 shrink-0 accent-primary"
            checked={value.includes(choice.value)}
            aria-invalid={invalid || undefined}
            aria-describedby={describedBy}
            onChange={({ target }) => toggle(choice.value, target.checked)}
          />
          {choice.label}
        </label>
      ))}
    </fieldset>
  );
}
