import { listResources } from "@/server/domain/resources/queries";
import { memberProcedure, router } from "@/server/trpc/init";

export const resourcesRouter = router({
  list: memberProcedure.query(({ ctx }) => listResources(ctx.actor)),
});
