"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Pause, Play, PlugZap } from "lucide-react";
import { useTranslations } from "next-intl";
import { AccountFindings } from "@/components/resources/account-findings";
import { Trouble } from "@/components/resources/trouble";
import { errorReason } from "@/components/settings/error-reason";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import type { ResourceView } from "@/server/domain/resources/schema";

/** *Test connection*, *Activate*, *Pause*. */
export function ResourceActions({ resource }: { resource: ResourceView }) {
  const t = useTranslations("Resources.actions");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { id: resourceId, state, provider } = resource;
  const onSettled = () => queries.invalidateQueries(trpc.resources.pathFilter());
  const activate = useMutation(trpc.resources.activate.mutationOptions({ onSettled }));
  const pause = useMutation(trpc.resources.pause.mutationOptions({ onSettled }));
  const test = useMutation(trpc.resources.test.mutationOptions({ onSettled }));
  const busy = activate.isPending || pause.isPending;
  const runs = state === "active" || state === "error";
  const refused = activate.data && !activate.data.ok ? activate.data.reason : null;
  const found = test.data;
  const whole = found?.ok && found.findings.groups.every(({ trouble }) => !trouble);
  return (
    <div className="flex flex-wrap gap-3">
      <Button
        variant="outline"
        aria-busy={test.isPending}
        disabled={test.isPending}
        onClick={() => test.mutate({ resourceId })}
      >
        <PlugZap aria-hidden />
        {test.isPending ? t("testing") : t("test")}
      </Button>
      {runs ? (
        <Button
          variant="outline"
          aria-busy={busy}
          disabled={busy}
          onClick={() => {
            activate.reset();
            pause.mutate({ resourceId });
          }}
        >
          <Pause aria-hidden />
          {pause.isPending ? t("pausing") : t("pause")}
        </Button>
      ) : (
        <Button aria-busy={busy} disabled={busy} onClick={() => activate.mutate({ resourceId })}>
          <Play aria-hidden />
          {activate.isPending ? t("activating") : t("activate")}
        </Button>
      )}
      {(activate.isError || pause.isError || test.isError || refused) && (
        <p role="alert" className="basis-full text-sm text-destructive">
          {refused ? t(refused) : errorReason(test.error) === "rate_limited" ? t("tooOften") : t("failed")}
        </p>
      )}
      <Dialog open={test.isSuccess} onOpenChange={(open) => !open && test.reset()}>
        {found && (
          <DialogContent
            closeLabel={t("close")}
            title={found.ok && !whole ? t("testPartly") : found.ok ? t("testOk") : t("test")}
            description={
              found.ok
                ? t("testOkHint", {
                    name: found.findings.account.username
                      ? `@${found.findings.account.username}`
                      : found.findings.account.name,
                  })
                : undefined
            }
          >
            {found.ok ? (
              <AccountFindings findings={found.findings} provider={provider} />
            ) : (
              <Trouble kind="errors" trouble={found.trouble} provider={provider} />
            )}
          </DialogContent>
        )}
      </Dialog>
    </div>
  );
}
