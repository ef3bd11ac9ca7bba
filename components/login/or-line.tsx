import { useTranslations } from "next-intl";

/** Between a form and another way in. */
export function OrLine() {
  const t = useTranslations("Login");
  return (
    <div className="my-6 flex items-center gap-4 text-xs text-muted-foreground">
      <span className="h-px flex-1 bg-border" />
      {t("or")}
      <span className="h-px flex-1 bg-border" />
    </div>
  );
}
