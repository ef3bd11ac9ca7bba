import { botState } from "@/server/domain/workspaces/bot-state";
import { startBot } from "@/server/domain/workspaces/start-bot";
import { stopBot } from "@/server/domain/workspaces/stop-bot";
import { memberProcedure, router } from "@/server/trpc/init";

/** The switch for everything that a workspace's bots do. */
export const botRouter = router({
  state: memberProcedure.query(({ ctx }) => botState(ctx.actor)),
  start: memberProcedure.mutation(({ ctx }) => startBot(ctx.actor)),
  stop: memberProcedure.mutation(({ ctx }) => stopBot(ctx.actor)),
});
