"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { KeyRound, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ApiKeyRow } from "@/components/api-keys/api-key-row";
import { CreateKeyDialog } from "@/components/api-keys/create-key-dialog";
import { PageHead } from "@/components/settings/page-head";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { ApiKeyView } from "@/server/domain/api-keys/schema";

type ApiKeysScreenProps = { initial: ApiKeyView[]; workspaceName: string; isOwner: boolean };

/** The keys of other programs: those in use, and behind a fold those that ended. */
export function ApiKeysScreen({ initial, workspaceName, isOwner }: ApiKeysScreenProps) {
  const t = useTranslations("ApiKeys");
  const trpc = useTRPC();
  const client = useQueryClient();
  const [creating, setCreating] = useState(false);
  const { data: keys } = useQuery({ ...trpc.apiKeys.list.queryOptions(), initialData: initial });
  const refresh = () => client.invalidateQueries(trpc.apiKeys.list.pathFilter());
  const active = keys.filter(({ state }) => state === "active");
  const ended = keys.filter(({ state }) => state !== "active");
  return (
    <div className="space-y-6">
      <PageHead title={t("title")} subtitle={t("subtitle")}>
        <Button onClick={() => setCreating(true)}>
          <Plus aria-hidden />
          {t("create")}
        </Button>
      </PageHead>
      {active.length === 0 ? (
        <EmptyState icon={KeyRound} title={t("empty")} hint={t("emptyHint")} />
      ) : (
        <Card>
          <ul className="divide-y divide-border">
            {active.map((key) => (
              <ApiKeyRow key={key.id} apiKey={key} refresh={refresh} />
            ))}
          </ul>
        </Card>
      )}
      {ended.length > 0 && (
        <details>
          <summary className="w-fit text-sm text-muted-foreground">
            {t("showOld", { count: ended.length })}
          </summary>
          <Card className="mt-3">
            <ul className="divide-y divide-border">
              {ended.map((key) => (
                <ApiKeyRow key={key.id} apiKey={key} refresh={refresh} />
              ))}
            </ul>
          </Card>
        </details>
      )}
      <CreateKeyDialog
        open={creating}
        onOpenChange={setCreating}
        refresh={refresh}
        workspaceName={workspaceName}
        isOwner={isOwner}
      />
    </div>
  );
}
