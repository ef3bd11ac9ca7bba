import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { useTRPC } from "@/components/shell/trpc";
import type { ResourceView } from "@/server/domain/resources/schema";

const modes = ["polling", "webhook"] as const;

/** How a bot's updates come, to be changed by those who may. */
export function UpdateMode({ resource }: { resource: ResourceView }) {
  const t = useTranslations("Resources");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const hintId = useId();
  const change = useMutation(
    trpc.resources.setUpdateMode.mutationOptions({
      onSettled: () => queries.invalidateQueries(trpc.resources.list.queryFilter()),
    }),
  );
  if (!resource.updates) return null;
  const shown = change.isPending ? change.variables.updates : resource.updates;
  return (
    <div className="mt-5 text-sm">
      <label className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <span className="text-muted-foreground">{t("updates")}</span>
        <select
          className="min-h-9 rounded-lg border border-input bg-card px-2.5 disabled:opacity-60"
          value={shown}
          disabled={!resource.mayChange || change.isPending}
          aria-describedby={hintId}
          onChange={({ target }) => {
            const updates = modes.find((mode) => mode === target.value);
            if (updates) change.mutate({ resourceId: resource.id, updates });
          }}
        >
          {modes.map((mode) => (
            <option key={mode} value={mode}>
              {t(`updateModes.${mode}`)}
            </option>
          ))}
        </select>
      </label>
      <p id={hintId} className="mt-1.5 leading-relaxed break-words text-muted-foreground">
        {shown === "webhook" ? t("webhookHint", { url: resource.webhookUrl ?? "" }) : t("pollingHint")}
      </p>
      {change.isError && (
        <p role="alert" className="mt-1.5 text-destructive">
          {t("updatesFailed")}
        </p>
      )}
    </div>
  );
}
