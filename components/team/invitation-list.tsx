"use client";

import { useMutation } from "@tanstack/react-query";
import { Link2, Mail } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDay } from "@/components/settings/use-day";
import { useTRPC } from "@/components/shell/trpc";
import { useTeamOutcome } from "@/components/team/use-team";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { PendingInvitation } from "@/server/domain/workspaces/team/schema";

type InvitationListProps = { invitations: PendingInvitation[]; refresh: () => Promise<void> };

/** Invitations that nobody has accepted yet. */
export function InvitationList({ invitations, refresh }: InvitationListProps) {
  const t = useTranslations("Team");
  const trpc = useTRPC();
  const day = useDay();
  const outcome = useTeamOutcome(refresh);
  const revoke = useMutation(trpc.team.revokeInvitation.mutationOptions(outcome(() => t("revoked"))));
  return (
    <Card aria-labelledby="pending" className="pb-1">
      <h2 id="pending" className="px-5 pt-5 font-semibold tracking-tight sm:px-6">
        {t("pending")}
      </h2>
      {invitations.length === 0 && (
        <p className="px-5 pt-2 pb-5 text-sm text-muted-foreground sm:px-6">{t("pendingNone")}</p>
      )}
      <ul className="mt-2 divide-y divide-border">
        {invitations.map((invitation) => {
          const what = invitation.email ?? t("linkInvitation");
          const Icon = invitation.email ? Mail : Link2;
          const end = invitation.expired ? t("ranOut") : t("until", { date: day(invitation.expiresAt) });
          return (
            <li key={invitation.id} className="flex items-center gap-4 px-5 py-3.5 sm:px-6">
              <Icon aria-hidden className="size-4 shrink-0 text-muted-foreground" />
              <div className="min-w-0 flex-1">
                <p className="truncate text-sm font-medium" title={what}>
                  {what} · {t("role", { role: invitation.role })}
                </p>
                <p className="truncate text-xs text-muted-foreground">
                  {end}
                  {invitation.invitedBy && ` · ${t("invitedBy", { name: invitation.invitedBy })}`}
                </p>
              </div>
              <Button
                variant="ghost"
                size="small"
                aria-label={t("revokeOf", { what })}
                disabled={revoke.isPending}
                onClick={() => revoke.mutate({ invitationId: invitation.id })}
              >
                {t("revoke")}
              </Button>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
