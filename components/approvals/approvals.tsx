"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Policies } from "@/components/approvals/policies";
import { ProposalList } from "@/components/approvals/proposal-list";
import { useLiveApprovals } from "@/components/approvals/use-live-approvals";
import { useTRPC } from "@/components/shell/trpc";
import { Alert } from "@/components/ui/alert";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import { APPROVAL_STATUSES } from "@/server/domain/approvals/schema";

type ApprovalsProps = { mayDecide: boolean; mayRule: boolean; mayMakeKeys: boolean };

/** Proposals by status, live, and the rules for those who may set them. */
export function Approvals({ mayDecide, mayRule, mayMakeKeys }: ApprovalsProps) {
  const t = useTranslations("Approvals");
  const trpc = useTRPC();
  const [tab, setTab] = useState<string>("pending");
  const isLive = useLiveApprovals();
  const { data: counts } = useQuery(trpc.approvals.counts.queryOptions());
  return (
    <Tabs value={tab} onValueChange={setTab} className="mt-6">
      <TabsList aria-label={t("statuses")}>
        {APPROVAL_STATUSES.map((status) => (
          <TabsTrigger key={status} value={status}>
            {t(`status.${status}`)}
            {counts && counts[status] > 0 && (
              <span className="ml-1.5 text-muted-foreground tabular-nums">
                {counts[status] >= 1000 ? "999+" : counts[status]}
              </span>
            )}
          </TabsTrigger>
        ))}
        {mayRule && <TabsTrigger value="rules">{t("rules")}</TabsTrigger>}
      </TabsList>
      {!isLive && <Alert live tone="warning" title={t("lost")} className="mt-4" />}
      {APPROVAL_STATUSES.map((status) => (
        <TabsContent key={status} value={status} tabIndex={-1} className="outline-none">
          <ProposalList status={status} mayDecide={mayDecide} mayMakeKeys={mayMakeKeys} />
        </TabsContent>
      ))}
      {mayRule && (
        <TabsContent value="rules" tabIndex={-1} className="outline-none">
          <Policies />
        </TabsContent>
      )}
    </Tabs>
  );
}
