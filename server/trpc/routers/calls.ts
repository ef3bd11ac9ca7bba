import { rateLimit } from "@/server/auth/rate-limit";
import { createCall } from "@/server/domain/calls/create-call";
import { deleteCall } from "@/server/domain/calls/delete-call";
import { callsState, listCalls } from "@/server/domain/calls/list-calls";
import { offerCall } from "@/server/domain/calls/offer-call";
import { createCallInput, deleteCallInput, offerCallInput } from "@/server/domain/calls/schema";
import { resourceInput } from "@/server/domain/resources/schema";
import { memberProcedure, router } from "@/server/trpc/init";

export const callsRouter = router({
  available: memberProcedure.query(({ ctx }) => callsState(ctx.actor)),
  list: memberProcedure.input(resourceInput).query(({ ctx, input }) => listCalls(ctx.actor, input)),
  create: memberProcedure.input(createCallInput).mutation(async ({ ctx, input }) => {
    await rateLimit("meeting", ctx.actor.userId);
    return createCall(ctx.actor, input);
  }),
  delete: memberProcedure.input(deleteCallInput).mutation(({ ctx, input }) => deleteCall(ctx.actor, input)),
  offer: memberProcedure.input(offerCallInput).mutation(async ({ ctx, input }) => {
    await rateLimit("meeting", ctx.actor.userId);
    return offerCall(ctx.actor, input);
  }),
});
