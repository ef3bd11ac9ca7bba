"use client";

import { useMutation } from "@tanstack/react-query";
import { useFormatter, useNow, useTranslations } from "next-intl";
import { toast } from "sonner";
import { useDay } from "@/components/settings/use-day";
import { useTRPC } from "@/components/shell/trpc";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { ApiKeyView } from "@/server/domain/api-keys/schema";

type ApiKeyRowProps = { apiKey: ApiKeyView; refresh: () => Promise<void> };

/** One key: what it may do, until when, when it was used last. */
export function ApiKeyRow({ apiKey, refresh }: ApiKeyRowProps) {
  const t = useTranslations("ApiKeys");
  const trpc = useTRPC();
  const day = useDay();
  const format = useFormatter();
  const now = useNow();
  const { name, prefix, scopes, state, lastUsedAt, createdAt, createdBy, expiresAt } = apiKey;
  const revoke = useMutation(
    trpc.apiKeys.revoke.mutationOptions({
      onSuccess: (result) => {
        if (result.ok) toast.success(t("revoked"));
        else toast.error(t(`reason.${result.reason}`));
        void refresh();
      },
      onError: () => toast.error(t("failed")),
    }),
  );
  const facts = [
    createdBy ? t("createdBy", { date: day(createdAt), name: createdBy }) : day(createdAt),
    expiresAt ? t("expires", { date: day(expiresAt) }) : t("noEnd"),
    lastUsedAt ? t("lastUsed", { when: format.relativeTime(new Date(lastUsedAt), now) }) : t("neverUsed"),
  ];
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-3 px-5 py-4 sm:px-6">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-2">
          <span className="min-w-0 truncate font-medium" title={name}>
            {name}
          </span>
          <code className="text-xs text-muted-foreground">{prefix ? `${prefix}…` : t("environment")}</code>
          {state !== "active" && <Badge>{t("state", { state })}</Badge>}
        </p>
        <p className="mt-1 text-xs text-muted-foreground" suppressHydrationWarning>
          {facts.join(" · ")}
        </p>
        <p className="mt-2 flex flex-wrap gap-1.5">
          {scopes.map((scope) => (
            <Badge key={scope} title={scopeWords(t, scope)}>
              {scope}
            </Badge>
          ))}
        </p>
      </div>
      {state === "active" && prefix && (
        <ConfirmDialog
          trigger={
            <Button
              variant="outline"
              size="small"
              aria-label={t("revokeOf", { name })}
              disabled={revoke.isPending}
            >
              {t("revoke")}
            </Button>
          }
          title={t("revokeTitle", { name })}
          description={t("revokeText")}
          confirm={t("revoke")}
          cancel={t("cancel")}
          destructive
          onConfirm={() => revoke.mutate({ apiKeyId: apiKey.id })}
        />
      )}
    </li>
  );
}

function scopeWords(t: ReturnType<typeof useTranslations<"ApiKeys">>, scope: string): string | undefined {
  const key = `scope.${scope.replace(":", "_")}` as "scope.bot_read";
  return t.has(key) ? t(key) : undefined;
}
