import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { SaveAiSettingsResult } from "@/server/domain/usage/schema";

export type ProbeRefusal = Extract<SaveAiSettingsResult, { reason: "probe_failed" }>;

type ProbeFailureProps = {
  refusal: ProbeRefusal;
  /** Takes a suggested model. */
  onChoose: (model: string) => void;
};

/** Why the endpoint does not serve and what to do; models it knows can be taken by a click. */
export function ProbeFailure({ refusal, onChoose }: ProbeFailureProps) {
  const t = useTranslations("Profile.ai");
  const { kind, what, detail, suggestions } = refusal;
  return (
    <Alert live tone="destructive" title={t(`failures.${kind}.title`)}>
      <p>{t(`failures.${kind}.fix`)}</p>
      {what === "embedding" && <p>{t("embeddingFailed")}</p>}
      {kind === "unknown_model" && suggestions.length > 0 && (
        <div className="mt-2 space-y-2">
          <p>{t("suggestions")}</p>
          <div className="flex flex-wrap gap-2">
            {suggestions.map((name) => (
              <Button key={name} size="small" variant="outline" onClick={() => onChoose(name)}>
                {name}
              </Button>
            ))}
          </div>
        </div>
      )}
      <details className="mt-2">
        <summary className="w-fit rounded text-xs font-medium text-foreground">{t("detail")}</summary>
        <p className="mt-1 font-mono text-xs break-words" lang="en">
          {detail}
        </p>
      </details>
    </Alert>
  );
}
