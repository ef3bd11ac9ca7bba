"use client";

import { useTranslations } from "next-intl";
import { API_SCOPES, type ApiScope } from "@/server/domain/api-keys/schema";

type ScopeFieldsProps = { scopes: ApiScope[]; onChange: (scopes: ApiScope[]) => void };

/** What a key may do, each by its own tick. */
export function ScopeFields({ scopes, onChange }: ScopeFieldsProps) {
  const t = useTranslations("ApiKeys");
  return (
    <fieldset>
      <legend className="text-sm font-medium">{t("scopes")}</legend>
      <div className="mt-2 grid gap-x-4 sm:grid-cols-2">
        {API_SCOPES.map((scope) => (
          <label key={scope} className="flex cursor-pointer items-start gap-2.5 py-1.5 text-sm">
            <input
              type="checkbox"
              className="mt-0.5 size-4 shrink-0 accent-primary"
              checked={scopes.includes(scope)}
              onChange={(event) =>
                onChange(event.target.checked ? [...scopes, scope] : scopes.filter((each) => each !== scope))
              }
            />
            <span>
              {t(`scope.${scope.replace(":", "_")}` as "scope.bot_read")}
              <code className="block text-xs text-muted-foreground">{scope}</code>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
