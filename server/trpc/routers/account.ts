import { addWorkspace } from "@/server/domain/accounts/add-workspace";
import { listWorkspaces } from "@/server/domain/accounts/queries";
import { createWorkspaceInput, workspaceIdInput } from "@/server/domain/accounts/schema";
import { switchWorkspace } from "@/server/domain/sessions/switch-workspace";
import { accountProcedure, router } from "@/server/trpc/init";

export const accountRouter = router({
  workspaces: accountProcedure.query(({ ctx }) => listWorkspaces(ctx.actor)),
  switchWorkspace: accountProcedure
    .input(workspaceIdInput)
    .mutation(({ ctx, input }) => switchWorkspace(ctx.actor, input.workspaceId)),
  addWorkspace: accountProcedure
    .input(createWorkspaceInput)
    .mutation(({ ctx, input }) => addWorkspace(ctx.actor, input)),
});
