"use client";

import { useMutation } from "@tanstack/react-query";
import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDay } from "@/components/settings/use-day";
import { useTRPC } from "@/components/shell/trpc";
import { MemberMenu } from "@/components/team/member-menu";
import { useTeamOutcome } from "@/components/team/use-team";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import type { MemberView, TeamRole, TeamView } from "@/server/domain/workspaces/team/schema";

type MemberRowProps = {
  member: MemberView;
  team: TeamView;
  refresh: () => Promise<void>;
  onLink: () => void;
};

/** A member with their role, which whoever may changes right here. */
export function MemberRow({ member, team, refresh, onLink }: MemberRowProps) {
  const t = useTranslations("Team");
  const trpc = useTRPC();
  const day = useDay();
  const outcome = useTeamOutcome(refresh);
  const { name, role } = member;
  const change = useMutation(trpc.team.changeRole.mutationOptions());
  const shown = change.isPending ? change.variables.role : role;

  function choose(next: TeamRole): void {
    change.mutate(
      { userId: member.userId, role: next },
      outcome(() => t("roleChanged", { name, role: t("role", { role: next }) })),
    );
  }

  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 px-5 py-4 sm:flex-nowrap sm:px-6">
      <span
        aria-hidden
        className="grid size-10 shrink-0 place-items-center rounded-full bg-accent font-medium text-accent-foreground"
      >
        {name.trim().charAt(0).toUpperCase() || "?"}
      </span>
      <div className="min-w-0 flex-1">
        <p className="flex min-w-0 items-center gap-2">
          <span className="truncate font-medium" title={name}>
            {name}
          </span>
          {member.isYou && <Badge>{t("you")}</Badge>}
        </p>
        <p className="truncate text-sm text-muted-foreground" title={member.email}>
          {member.email}
        </p>
        <p className="mt-0.5 flex flex-wrap gap-x-3 text-xs text-muted-foreground">
          <span>{t("since", { date: day(member.since) })}</span>
          <span className="max-w-full truncate">
            {member.telegram ? t("telegram", { name: member.telegram.name }) : t("noTelegram")}
          </span>
        </p>
      </div>
      <div className="flex w-full flex-wrap items-center justify-end gap-2 sm:w-auto sm:flex-nowrap">
        {member.isYou && !member.telegram && (
          <Button variant="outline" size="small" className="max-sm:w-full" onClick={onLink}>
            <Send aria-hidden />
            {t("link")}
          </Button>
        )}
        {member.roles.length > 0 ? (
          <Select
            className="w-40 shrink-0 max-sm:min-w-40 max-sm:flex-1"
            aria-label={t("roleOf", { name })}
            value={shown}
            disabled={change.isPending}
            onChange={(event) => choose(event.target.value as TeamRole)}
          >
            {member.roles.map((each) => (
              <option key={each} value={each}>
                {t("role", { role: each })}
              </option>
            ))}
          </Select>
        ) : (
          <Badge>{t("role", { role })}</Badge>
        )}
        <MemberMenu member={member} team={team} refresh={refresh} />
      </div>
    </li>
  );
}
