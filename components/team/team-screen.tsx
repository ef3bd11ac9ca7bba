"use client";

import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PageHead } from "@/components/settings/page-head";
import { InvitationList } from "@/components/team/invitation-list";
import { InviteDialog } from "@/components/team/invite-dialog";
import { LinkDialog } from "@/components/team/link-dialog";
import { MemberRow } from "@/components/team/member-row";
import { RolesTable } from "@/components/team/roles-table";
import { useTeam } from "@/components/team/use-team";
import { WorkspaceName } from "@/components/team/workspace-name";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { TeamView } from "@/server/domain/workspaces/team/schema";

const whileLinkingMs = 2000;

/** Who works here: members, invitations, what each role may do. */
export function TeamScreen({ initial }: { initial: TeamView }) {
  const t = useTranslations("Team");
  const [inviting, setInviting] = useState(false);
  const [linking, setLinking] = useState(false);
  const { team, refresh } = useTeam(initial, linking ? whileLinkingMs : false);
  const me = team.members.find(({ isYou }) => isYou);
  return (
    <div className="space-y-6">
      <PageHead title={t("title")} subtitle={t("subtitle")}>
        {team.may.manage && (
          <Button onClick={() => setInviting(true)}>
            <UserPlus aria-hidden />
            {t("invite")}
          </Button>
        )}
      </PageHead>
      <Card aria-labelledby="members">
        <h2 id="members" className="px-5 pt-5 font-semibold tracking-tight sm:px-6">
          {t("members")}
        </h2>
        <ul className="mt-2 divide-y divide-border">
          {team.members.map((member) => (
            <MemberRow
              key={member.userId}
              member={member}
              team={team}
              refresh={refresh}
              onLink={() => setLinking(true)}
            />
          ))}
        </ul>
      </Card>
      {team.may.manage && <InvitationList invitations={team.invitations} refresh={refresh} />}
      {team.may.rename && <WorkspaceName name={team.workspace.name} refresh={refresh} />}
      <RolesTable permissions={team.permissions} />
      <InviteDialog
        open={inviting}
        onOpenChange={setInviting}
        workspace={team.workspace.name}
        refresh={refresh}
      />
      <LinkDialog
        open={linking}
        onOpenChange={setLinking}
        bots={team.linkBots}
        linked={me?.telegram !== null && me !== undefined}
      />
    </div>
  );
}
