import { analysisBacklog } from "@/server/domain/intents/analysis-backlog";
import { correctAnalysis } from "@/server/domain/intents/correct-analysis";
import { listPatterns } from "@/server/domain/intents/list-patterns";
import { reclassify } from "@/server/domain/intents/reclassify";
import { removePattern } from "@/server/domain/intents/remove-pattern";
import { savePattern } from "@/server/domain/intents/save-pattern";
import {
  correctAnalysisInput,
  reclassifyInput,
  removePatternInput,
  savePatternInput,
  tryMessageInput,
} from "@/server/domain/intents/schema";
import { tryMessage } from "@/server/domain/intents/try-message";
import { memberProcedure, router } from "@/server/trpc/init";

export const intentsRouter = router({
  patterns: memberProcedure.query(({ ctx }) => listPatterns(ctx.actor)),
  savePattern: memberProcedure
    .input(savePatternInput)
    .mutation(({ ctx, input }) => savePattern(ctx.actor, input)),
  removePattern: memberProcedure
    .input(removePatternInput)
    .mutation(({ ctx, input }) => removePattern(ctx.actor, input)),
  tryMessage: memberProcedure.input(tryMessageInput).query(({ ctx, input }) => tryMessage(ctx.actor, input)),
  correct: memberProcedure
    .input(correctAnalysisInput)
    .mutation(({ ctx, input }) => correctAnalysis(ctx.actor, input)),
  reclassify: memberProcedure
    .input(reclassifyInput)
    .mutation(({ ctx, input }) => reclassify(ctx.actor, input)),
  backlog: memberProcedure.query(({ ctx }) => analysisBacklog(ctx.actor)),
});
