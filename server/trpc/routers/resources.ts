import { listAlerts } from "@/server/domain/notifications/queries";
import { listResources } from "@/server/domain/resources/queries";
import { memberProcedure, router } from "@/server/trpc/init";

export const resourcesRouter = router({
  list: memberProcedure.query(({ ctx }) => listResources(ctx.actor)),
  alerts: memberProcedure.query(({ ctx }) => listAlerts(ctx.actor)),
});
