"use client";

import { useMutation } from "@tanstack/react-query";
import { Crown, Ellipsis, LogOut, Unlink, UserMinus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { TypedConfirmDialog } from "@/components/settings/typed-confirm-dialog";
import { useTRPC } from "@/components/shell/trpc";
import { useTeamOutcome } from "@/components/team/use-team";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import type { MemberView, TeamView } from "@/server/domain/workspaces/team/schema";

type MemberMenuProps = { member: MemberView; team: TeamView; refresh: () => Promise<void> };

/** What may be done to a member beside their role: unlink, hand the workspace over, remove; to oneself: leave. */
export function MemberMenu({ member, team, refresh }: MemberMenuProps) {
  const t = useTranslations("Team");
  const trpc = useTRPC();
  const outcome = useTeamOutcome(refresh);
  const [asking, setAsking] = useState<"remove" | "leave" | "transfer" | null>(null);
  const { userId, name, isYou } = member;
  const workspace = team.workspace.name;
  const remove = useMutation(trpc.team.remove.mutationOptions(outcome(() => t("removed", { name }))));
  const leave = useMutation(
    trpc.team.leave.mutationOptions(
      // The frame shows another workspace from here on.
      outcome(
        () => t("done"),
        () => window.location.assign("/"),
      ),
    ),
  );
  const transfer = useMutation(
    trpc.team.transfer.mutationOptions(
      outcome(
        () => t("transferred", { name }),
        () => setAsking(null),
      ),
    ),
  );
  const unlink = useMutation(trpc.team.unlink.mutationOptions(outcome(() => t("unlinked"))));
  const maySever = member.telegram && (isYou || member.removable);
  const mayHandOver = team.may.transfer && !isYou;
  if (!maySever && !mayHandOver && !member.removable && !isYou) return null;

  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button variant="ghost" size="icon" aria-label={t("actionsFor", { name })}>
            <Ellipsis aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          {maySever && (
            <DropdownMenuItem onSelect={() => unlink.mutate({ userId })}>
              <Unlink aria-hidden />
              {t("unlink")}
            </DropdownMenuItem>
          )}
          {mayHandOver && (
            <DropdownMenuItem onSelect={() => setAsking("transfer")}>
              <Crown aria-hidden />
              {t("transfer")}
            </DropdownMenuItem>
          )}
          {isYou && (
            <DropdownMenuItem tone="destructive" onSelect={() => setAsking("leave")}>
              <LogOut aria-hidden />
              {t("leave")}
            </DropdownMenuItem>
          )}
          {member.removable && (
            <DropdownMenuItem tone="destructive" onSelect={() => setAsking("remove")}>
              <UserMinus aria-hidden />
              {t("remove")}
            </DropdownMenuItem>
          )}
        </DropdownMenuContent>
      </DropdownMenu>
      <ConfirmDialog
        trigger={null}
        open={asking === "remove"}
        onOpenChange={(open) => setAsking(open ? "remove" : null)}
        title={t("removeTitle", { name })}
        description={t("removeText")}
        confirm={t("remove")}
        cancel={t("cancel")}
        destructive
        onConfirm={() => remove.mutate({ userId })}
      />
      <ConfirmDialog
        trigger={null}
        open={asking === "leave"}
        onOpenChange={(open) => setAsking(open ? "leave" : null)}
        title={t("leaveTitle", { workspace })}
        description={t("leaveText")}
        confirm={t("leave")}
        cancel={t("cancel")}
        destructive
        onConfirm={() => leave.mutate()}
      />
      <TypedConfirmDialog
        open={asking === "transfer"}
        onOpenChange={(open) => setAsking(open ? "transfer" : null)}
        title={t("transferTitle", { workspace, name })}
        description={t("transferText", { name })}
        word={workspace}
        label={t("typeName", { name: workspace })}
        confirm={t("transfer")}
        cancel={t("cancel")}
        close={t("close")}
        busy={transfer.isPending}
        problem={null}
        onConfirm={(confirm) => transfer.mutate({ userId, confirm })}
      />
    </>
  );
}
