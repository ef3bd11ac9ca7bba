import { z } from "zod";
import { rateLimit } from "@/server/auth/rate-limit";
import { deleteAiKey } from "@/server/domain/usage/delete-ai-key";
import { aiSettingsOf, usageOf } from "@/server/domain/usage/queries";
import { saveAiSettings } from "@/server/domain/usage/save-ai-settings";
import { setMonthlyBudgetInput } from "@/server/domain/usage/schema";
import { setMonthlyBudget } from "@/server/domain/usage/set-monthly-budget";
import { memberProcedure, router } from "@/server/trpc/init";

/** The model behind the assistant: whose key, what it did, what it may cost. */
export const aiRouter = router({
  settings: memberProcedure.query(({ ctx }) => aiSettingsOf(ctx.actor)),
  // The use case checks the input and names each wrong field.
  save: memberProcedure.input(z.unknown()).mutation(async ({ ctx, input }) => {
    await rateLimit("ai-probe", ctx.actor.workspaceId);
    return saveAiSettings(ctx.actor, input);
  }),
  deleteKey: memberProcedure.mutation(({ ctx }) => deleteAiKey(ctx.actor)),
  usage: memberProcedure.query(({ ctx }) => usageOf(ctx.actor)),
  setBudget: memberProcedure
    .input(setMonthlyBudgetInput)
    .mutation(({ ctx, input }) => setMonthlyBudget(ctx.actor, input)),
});
