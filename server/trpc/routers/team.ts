import { rateLimit } from "@/server/auth/rate-limit";
import { findInvitation } from "@/server/domain/workspaces/find-invitation";
import { acceptInvitation } from "@/server/domain/workspaces/team/accept-invitation";
import { changeRole } from "@/server/domain/workspaces/team/change-role";
import { createLinkCode } from "@/server/domain/workspaces/team/create-link-code";
import { inviteMember } from "@/server/domain/workspaces/team/invite-member";
import { leaveWorkspace } from "@/server/domain/workspaces/team/leave-workspace";
import { teamOf } from "@/server/domain/workspaces/team/queries";
import { removeMember } from "@/server/domain/workspaces/team/remove-member";
import { revokeInvitation } from "@/server/domain/workspaces/team/revoke-invitation";
import {
  changeRoleInput,
  invitationIdInput,
  inviteInput,
  memberInput,
  tokenInput,
  transferInput,
} from "@/server/domain/workspaces/team/schema";
import { transferWorkspace } from "@/server/domain/workspaces/team/transfer-workspace";
import { unlinkIdentity } from "@/server/domain/workspaces/team/unlink-identity";
import { accountProcedure, memberProcedure, publicProcedure, router } from "@/server/trpc/init";

export const teamRouter = router({
  view: memberProcedure.query(({ ctx }) => teamOf(ctx.actor)),
  changeRole: memberProcedure
    .input(changeRoleInput)
    .mutation(({ ctx, input }) => changeRole(ctx.actor, input)),
  remove: memberProcedure.input(memberInput).mutation(({ ctx, input }) => removeMember(ctx.actor, input)),
  leave: memberProcedure.mutation(({ ctx }) => leaveWorkspace(ctx.actor)),
  transfer: memberProcedure
    .input(transferInput)
    .mutation(({ ctx, input }) => transferWorkspace(ctx.actor, input)),
  invite: memberProcedure.input(inviteInput).mutation(async ({ ctx, input }) => {
    await rateLimit("invite", ctx.actor.userId);
    return inviteMember(ctx.actor, input);
  }),
  revokeInvitation: memberProcedure
    .input(invitationIdInput)
    .mutation(({ ctx, input }) => revokeInvitation(ctx.actor, input)),
  createLinkCode: memberProcedure.mutation(({ ctx }) => createLinkCode(ctx.actor)),
  unlink: memberProcedure.input(memberInput).mutation(({ ctx, input }) => unlinkIdentity(ctx.actor, input)),
  /** What an invitation's link offers; null for a link that never was. Holding it is the right to see it. */
  invitation: publicProcedure.input(tokenInput).query(({ input }) => findInvitation(input.token)),
  accept: accountProcedure.input(tokenInput).mutation(({ ctx, input }) => acceptInvitation(ctx.actor, input)),
});
