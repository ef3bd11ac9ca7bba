import { type Messages, useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import type { Trouble as TroubleOf } from "@/server/domain/resources/schema";

type Known = { [Kind in "errors" | "warnings"]: keyof Messages["Resources"][Kind] };

/** What is wrong with a resource, in words, and what to do about it. */
export function Trouble({ kind, trouble }: { kind: "errors" | "warnings"; trouble: TroubleOf }) {
  const t = useTranslations("Resources");
  // Codes come from the database; one without words of its own gets the general ones.
  const code = t.has(`${kind}.${trouble.code}.title` as "errors.other.title") ? trouble.code : "other";
  const key = `${kind}.${code}` as `errors.${Known["errors"]}`;
  return (
    <Alert tone={kind === "errors" ? "destructive" : "warning"} title={t(`${key}.title`)}>
      <p>{t(`${key}.fix`)}</p>
      {trouble.detail && (
        <details className="mt-2">
          <summary className="w-fit rounded text-xs font-medium text-foreground">{t("detail")}</summary>
          <p className="mt-1 font-mono text-xs break-words">{trouble.detail}</p>
        </details>
      )}
    </Alert>
  );
}
