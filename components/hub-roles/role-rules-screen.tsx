"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus, UserCog } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { RoleRuleDialog } from "@/components/hub-roles/role-rule-dialog";
import { RoleRuleRow } from "@/components/hub-roles/role-rule-row";
import { PageHead } from "@/components/settings/page-head";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { RoleRuleView } from "@/server/domain/contacts/roles/schema";

/** Who counts as staff, bot or client in the hub: the workspace's rules, in the order they count. */
export function RoleRulesScreen({ initial }: { initial: RoleRuleView[] }) {
  const t = useTranslations("HubRoles");
  const trpc = useTRPC();
  const client = useQueryClient();
  const [edited, setEdited] = useState<RoleRuleView | "new" | null>(null);
  const { data: rules } = useQuery({ ...trpc.roleRules.list.queryOptions(), initialData: initial });
  const refresh = () => client.invalidateQueries(trpc.roleRules.list.pathFilter());
  return (
    <div className="space-y-6">
      <PageHead title={t("title")} subtitle={t("subtitle")}>
        <Button onClick={() => setEdited("new")}>
          <Plus aria-hidden />
          {t("add")}
        </Button>
      </PageHead>
      {rules.length === 0 ? (
        <EmptyState icon={UserCog} title={t("empty")} hint={t("emptyHint")} />
      ) : (
        <Card>
          <ul className="divide-y divide-border">
            {rules.map((rule) => (
              <RoleRuleRow key={rule.id} rule={rule} refresh={refresh} onEdit={() => setEdited(rule)} />
            ))}
          </ul>
        </Card>
      )}
      <p className="text-sm leading-relaxed text-muted-foreground">{t("order")}</p>
      {edited && (
        <RoleRuleDialog
          rule={edited === "new" ? null : edited}
          refresh={refresh}
          onClose={() => setEdited(null)}
        />
      )}
    </div>
  );
}
