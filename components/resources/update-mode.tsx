import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ChevronDown, LoaderCircle } from "lucide-react";
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
  const id = useId();
  const hintId = useId();
  const change = useMutation(
    trpc.resources.setUpdateMode.mutationOptions({
      onSettled: () => queries.invalidateQueries(trpc.resources.list.queryFilter()),
    }),
  );
  if (!resource.updates) return null;
  const shown = change.isPending ? change.variables.updates : resource.updates;
  const Icon = change.isPending ? LoaderCircle : ChevronDown;
  return (
    <div className="text-sm">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        {resource.mayChange ? (
          <>
            <label htmlFor={id} className="text-muted-foreground">
              {t("updates")}
            </label>
            <span className="relative max-sm:w-full">
              <select
                id={id}
                className="min-h-10 w-full cursor-pointer appearance-none rounded-lg border border-input bg-card pr-9 pl-3 font-medium transition-colors hover:bg-muted disabled:cursor-default disabled:opacity-60"
                value={shown}
                disabled={change.isPending}
                aria-busy={change.isPending}
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
              <Icon
                aria-hidden
                className={`pointer-events-none absolute inset-y-0 right-3 my-auto size-4 text-muted-foreground ${change.isPending ? "animate-spin" : ""}`}
              />
            </span>
          </>
        ) : (
          <>
            <span className="text-muted-foreground">{t("updates")}</span>
            <span className="font-medium">{t(`updateModes.${shown}`)}</span>
          </>
        )}
      </div>
      <p id={hintId} className="mt-2 text-[13px] leading-relaxed break-words text-muted-foreground">
        {shown === "webhook"
          ? t.rich("webhookHint", {
              url: resource.webhookUrl ?? "",
              code: (words) => (
                <span className="rounded bg-muted px-1 py-0.5 font-mono text-xs break-all">{words}</span>
              ),
            })
          : t("pollingHint")}
      </p>
      {change.isError && (
        <p role="alert" className="mt-2 text-destructive">
          {t("updatesFailed")}
        </p>
      )}
    </div>
  );
}
