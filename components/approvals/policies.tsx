import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Scale } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { useTRPC } from "@/components/shell/trpc";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import type { PolicyView } from "@/server/domain/approvals/schema";

/** How what each source proposes is treated; a change is saved at once. */
export function Policies() {
  const t = useTranslations("Approvals");
  const trpc = useTRPC();
  const { data, isError, refetch } = useQuery(trpc.approvals.policies.queryOptions());
  return (
    <section aria-label={t("policies.title")} className="mt-6">
      <h2 className="font-semibold">{t("policies.title")}</h2>
      <p className="mt-1 max-w-2xl text-sm text-muted-foreground">{t("policies.hint")}</p>
      {isError && (
        <Alert live tone="destructive" title={t("failedToLoad")} className="mt-4">
          <Button variant="outline" size="small" onClick={() => refetch()}>
            {t("retry")}
          </Button>
        </Alert>
      )}
      {!data && !isError && <Skeleton className="mt-4 h-40 rounded-2xl" />}
      {data?.length === 0 && (
        <EmptyState
          icon={Scale}
          title={t("policies.empty")}
          hint={t("policies.emptyHint")}
          className="mt-4"
        />
      )}
      {data && data.length > 0 && (
        <ul className="mt-4 divide-y divide-border rounded-2xl border border-border bg-card shadow-soft">
          {data.map((policy) => (
            <PolicyRow key={`${policy.source} ${policy.kind}`} policy={policy} />
          ))}
        </ul>
      )}
    </section>
  );
}

function PolicyRow({ policy }: { policy: PolicyView }) {
  const t = useTranslations("Approvals");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [after, setAfter] = useState(String(policy.autoAfter));
  const save = useMutation(
    trpc.approvals.savePolicy.mutationOptions({
      onSuccess: () => toast.success(t("policies.saved")),
      onError: () => toast.error(t("policies.notSaved")),
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.approvals.policies.pathKey() }),
    }),
  );
  const { source, sourceName, kind, streak, autoAfter } = policy;
  const mode = save.isPending ? save.variables.mode : policy.mode;
  const names = { source: sourceName, kind };
  const saveAfter = () => {
    const asked = Number(after);
    if (!Number.isInteger(asked) || asked < 1 || asked > 1000) return setAfter(String(autoAfter));
    if (asked !== autoAfter) save.mutate({ source, kind, mode, autoAfter: asked });
  };
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 px-4 py-3.5 sm:px-5">
      <div className="min-w-0 flex-1 basis-40">
        <p className="truncate font-medium" title={sourceName}>
          {sourceName}
        </p>
        <p className="truncate text-sm text-muted-foreground">
          {kind === "message" ? t("policies.anyMessage") : t("kind", { kind })}
        </p>
      </div>
      {mode === "auto" && streak >= autoAfter && <Badge tone="warning">{t("policies.passes")}</Badge>}
      <Select
        aria-label={t("policies.mode", names)}
        value={mode}
        className="w-full sm:w-80"
        onChange={({ target }) =>
          save.mutate({ source, kind, mode: target.value as PolicyView["mode"], autoAfter })
        }
      >
        <option value="ask">{t("policies.ask")}</option>
        <option value="auto">{t("policies.auto")}</option>
        <option value="never">{t("policies.never")}</option>
      </Select>
      {mode === "auto" && (
        <div className="flex w-full flex-wrap items-center gap-2 text-sm text-muted-foreground sm:justify-end">
          <Input
            type="number"
            min={1}
            max={1000}
            aria-label={t("policies.after", names)}
            value={after}
            className="w-24"
            onChange={({ target }) => setAfter(target.value)}
            onBlur={saveAfter}
            onKeyDown={({ key }) => key === "Enter" && saveAfter()}
          />
          <span>{t("policies.inRow")}</span>
          <span>({t("policies.streak", { count: streak })})</span>
        </div>
      )}
    </li>
  );
}
