import { useTranslations } from "next-intl";

type PermanentBoxProps = { checked: boolean; onChange: (checked: boolean) => void };

/** Whether who is invited now is invited to every next meeting too. */
export function PermanentBox({ checked, onChange }: PermanentBoxProps) {
  const t = useTranslations("Meetings");
  return (
    <label className="flex w-fit items-start gap-2.5 text-sm">
      <input
        type="checkbox"
        className="mt-0.5 size-4 accent-primary"
        checked={checked}
        onChange={({ target }) => onChange(target.checked)}
      />
      <span>
        {t("permanentBox")}
        <span className="block text-[13px] text-muted-foreground">{t("permanentBoxHint")}</span>
      </span>
    </label>
  );
}
