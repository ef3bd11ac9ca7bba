import { rateLimit } from "@/server/auth/rate-limit";
import { addSource } from "@/server/domain/knowledge/add-source";
import { changeSource } from "@/server/domain/knowledge/change-source";
import { copySource } from "@/server/domain/knowledge/copy-source";
import { listSources, sourceDetail } from "@/server/domain/knowledge/queries";
import { reindexSource } from "@/server/domain/knowledge/reindex-source";
import { removeSource } from "@/server/domain/knowledge/remove-source";
import {
  addSourceInput,
  changeSourceInput,
  setSourceEnabledInput,
  sourceInput,
  tryQuestionInput,
} from "@/server/domain/knowledge/schema";
import { setSourceEnabled } from "@/server/domain/knowledge/set-source-enabled";
import { tryQuestion } from "@/server/domain/knowledge/try-question";
import { memberProcedure, router } from "@/server/trpc/init";

export const knowledgeRouter = router({
  list: memberProcedure.query(({ ctx }) => listSources(ctx.actor)),
  detail: memberProcedure.input(sourceInput).query(({ ctx, input }) => sourceDetail(ctx.actor, input)),
  add: memberProcedure.input(addSourceInput).mutation(({ ctx, input }) => addSource(ctx.actor, input)),
  change: memberProcedure
    .input(changeSourceInput)
    .mutation(({ ctx, input }) => changeSource(ctx.actor, input)),
  setEnabled: memberProcedure
    .input(setSourceEnabledInput)
    .mutation(({ ctx, input }) => setSourceEnabled(ctx.actor, input)),
  copy: memberProcedure.input(sourceInput).mutation(({ ctx, input }) => copySource(ctx.actor, input)),
  reindex: memberProcedure.input(sourceInput).mutation(({ ctx, input }) => reindexSource(ctx.actor, input)),
  remove: memberProcedure.input(sourceInput).mutation(({ ctx, input }) => removeSource(ctx.actor, input)),
  tryQuestion: memberProcedure.input(tryQuestionInput).mutation(async ({ ctx, input, signal }) => {
    await rateLimit("try-question", ctx.actor.userId);
    return tryQuestion(ctx.actor, input, signal ?? new AbortController().signal);
  }),
});
