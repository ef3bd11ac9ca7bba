import { listAudit } from "@/server/domain/audit/queries";
import { listAuditInput } from "@/server/domain/audit/schema";
import { memberProcedure, router } from "@/server/trpc/init";

export const auditRouter = router({
  list: memberProcedure.input(listAuditInput).query(({ ctx, input }) => listAudit(ctx.actor, input)),
});
