import { listNotices } from "@/server/domain/notifications/list-notices";
import { markNoticesRead } from "@/server/domain/notifications/mark-notices-read";
import { memberProcedure, router } from "@/server/trpc/init";

export const noticesRouter = router({
  list: memberProcedure.query(({ ctx }) => listNotices(ctx.actor)),
  markRead: memberProcedure.mutation(({ ctx }) => markNoticesRead(ctx.actor)),
});
