import { listAlerts } from "@/server/domain/notifications/queries";
import { listResources } from "@/server/domain/resources/queries";
import { setUpdateModeInput } from "@/server/domain/resources/schema";
import { setUpdateMode } from "@/server/domain/resources/set-update-mode";
import { memberProcedure, router } from "@/server/trpc/init";

export const resourcesRouter = router({
  list: memberProcedure.query(({ ctx }) => listResources(ctx.actor)),
  setUpdateMode: memberProcedure
    .input(setUpdateModeInput)
    .mutation(({ ctx, input }) => setUpdateMode(ctx.actor, input)),
  alerts: memberProcedure.query(({ ctx }) => listAlerts(ctx.actor)),
});
