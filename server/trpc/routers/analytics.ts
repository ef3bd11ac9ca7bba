import { analyticsOf } from "@/server/domain/analytics/analytics-of";
import { analyticsInput } from "@/server/domain/analytics/schema";
import { unansweredQuestions } from "@/server/domain/analytics/unanswered-questions";
import { memberProcedure, router } from "@/server/trpc/init";

/** Figures of a workspace. */
export const analyticsRouter = router({
  of: memberProcedure.input(analyticsInput).query(({ ctx, input }) => analyticsOf(ctx.actor, input)),
  unanswered: memberProcedure
    .input(analyticsInput)
    .query(({ ctx, input }) => unansweredQuestions(ctx.actor, input)),
});
