"use client";

import { useMutation } from "@tanstack/react-query";
import { Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { useTRPC } from "@/components/shell/trpc";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { RoleRuleView } from "@/server/domain/contacts/roles/schema";

type RoleRuleRowProps = { rule: RoleRuleView; refresh: () => Promise<void>; onEdit: () => void };

/** One rule: whom it means, which role they get, and what can be done with it. */
export function RoleRuleRow({ rule, refresh, onEdit }: RoleRuleRowProps) {
  const t = useTranslations("HubRoles");
  const trpc = useTRPC();
  const remove = useMutation(
    trpc.roleRules.remove.mutationOptions({
      onSuccess: async ({ changed }) => {
        toast.success(t("saved", { count: changed }));
        await refresh();
      },
      onError: () => toast.error(t("failed")),
    }),
  );
  const pattern = rule.kind === "username" ? `@${rule.pattern.replace(/^@/, "")}` : rule.pattern;
  const whom = rule.kind === "bot" ? t("kind.bot") : `${t(`kind.${rule.kind}`)}: ${pattern}`;
  return (
    <li className="flex items-center gap-3 p-4 sm:px-5">
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-52">
          <p dir="auto" className="line-clamp-3 text-sm font-medium [overflow-wrap:anywhere]" title={whom}>
            {whom}
          </p>
          <p className="text-xs text-muted-foreground">
            {t("priorityIs", { priority: rule.priority })}
            {rule.excludeFromAnalytics && ` · ${t("excluded")}`}
          </p>
        </div>
        <Badge>{t(`role.${rule.role}`)}</Badge>
      </div>
      <div className="flex shrink-0 gap-1">
        <Button variant="ghost" size="icon" aria-label={t("edit", { whom })} onClick={onEdit}>
          <Pencil aria-hidden />
        </Button>
        <ConfirmDialog
          trigger={
            <Button
              variant="ghost"
              size="icon"
              aria-label={t("remove", { whom })}
              disabled={remove.isPending}
            >
              <Trash2 aria-hidden />
            </Button>
          }
          title={t("removeTitle")}
          description={t("removeHint")}
          confirm={t("removeConfirm")}
          cancel={t("cancel")}
          destructive
          onConfirm={() => remove.mutate({ id: rule.id })}
        />
      </div>
    </li>
  );
}
