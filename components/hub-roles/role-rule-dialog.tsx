"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { useTRPC } from "@/components/shell/trpc";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { ROLE_RULE_KINDS, type RoleRuleView } from "@/server/domain/contacts/roles/schema";
import { CONTACT_ROLES } from "@/server/domain/messages/hub/schema";

type RoleRuleDialogProps = { rule: RoleRuleView | null; refresh: () => Promise<void>; onClose: () => void };

const fresh: Omit<RoleRuleView, "id"> = {
  kind: "username",
  pattern: "",
  role: "manager",
  excludeFromAnalytics: false,
  priority: 0,
};

/** A new rule, or one to be changed. */
export function RoleRuleDialog({ rule, refresh, onClose }: RoleRuleDialogProps) {
  const t = useTranslations("HubRoles");
  const trpc = useTRPC();
  const [draft, setDraft] = useState(rule ?? fresh);
  const save = useMutation(
    trpc.roleRules.save.mutationOptions({
      onSuccess: async (result) => {
        if (!result.ok) return;
        toast.success(t("saved", { count: result.changed }));
        await refresh();
        onClose();
      },
    }),
  );
  const refused = save.data && !save.data.ok ? save.data.reason : null;
  const change = (part: Partial<typeof draft>) => {
    save.reset();
    setDraft({ ...draft, ...part });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ ...draft, ...(rule && { id: rule.id }) });
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent title={rule ? t("editTitle") : t("addTitle")} closeLabel={t("cancel")}>
        <form className="space-y-4" onSubmit={submit}>
          <div className="space-y-2">
            <Label htmlFor="rule-kind">{t("whom")}</Label>
            <Select
              id="rule-kind"
              value={draft.kind}
              onChange={({ target }) => change({ kind: target.value as typeof draft.kind })}
            >
              {ROLE_RULE_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`kind.${kind}`)}
                </option>
              ))}
            </Select>
          </div>
          {draft.kind !== "bot" && (
            <div className="space-y-2">
              <Label htmlFor="rule-pattern">{t(`pattern.${draft.kind}`)}</Label>
              <Input
                id="rule-pattern"
                required
                maxLength={100}
                {...(draft.kind === "username" && { pattern: "@?[^@\\s]+", title: t("pattern.username") })}
                autoComplete="off"
                value={draft.pattern}
                onChange={({ target }) => change({ pattern: target.value })}
              />
              {draft.kind !== "external_id" && (
                <p className="text-[13px] leading-relaxed text-muted-foreground">{t("byNameHint")}</p>
              )}
            </div>
          )}
          <div className="space-y-2">
            <Label htmlFor="rule-role">{t("roleLabel")}</Label>
            <Select
              id="rule-role"
              value={draft.role}
              onChange={({ target }) => change({ role: target.value as typeof draft.role })}
            >
              {CONTACT_ROLES.map((role) => (
                <option key={role} value={role}>
                  {t(`role.${role}`)}
                </option>
              ))}
            </Select>
          </div>
          <div className="space-y-2">
            <Label htmlFor="rule-priority">{t("priority")}</Label>
            <Input
              id="rule-priority"
              type="number"
              min={-1000}
              max={1000}
              value={draft.priority}
              onChange={({ target }) => change({ priority: Math.trunc(target.valueAsNumber) || 0 })}
            />
            <p className="text-[13px] text-muted-foreground">{t("priorityHint")}</p>
          </div>
          <div className="flex items-center justify-between gap-4">
            <Label htmlFor="rule-exclude">{t("exclude")}</Label>
            <Switch
              id="rule-exclude"
              checked={draft.excludeFromAnalytics}
              onCheckedChange={(excludeFromAnalytics) => change({ excludeFromAnalytics })}
            />
          </div>
          {(refused || save.isError) && (
            <Alert live tone="destructive" title={refused ? t(`refused.${refused}`) : t("failed")} />
          )}
          <div className="flex justify-end gap-3">
            <Button type="button" variant="outline" onClick={onClose}>
              {t("cancel")}
            </Button>
            <Button type="submit" disabled={save.isPending}>
              {t("save")}
            </Button>
          </div>
        </form>
      </DialogContent>
    </Dialog>
  );
}
