import { rateLimit } from "@/server/auth/rate-limit";
import { createMeeting } from "@/server/domain/meetings/create-meeting";
import { deleteMeeting } from "@/server/domain/meetings/delete-meeting";
import { listMeetings, meetingsState } from "@/server/domain/meetings/list-meetings";
import { offerCall } from "@/server/domain/meetings/offer-call";
import { createMeetingInput, deleteMeetingInput, offerCallInput } from "@/server/domain/meetings/schema";
import { resourceInput } from "@/server/domain/resources/schema";
import { memberProcedure, router } from "@/server/trpc/init";

export const meetingsRouter = router({
  available: memberProcedure.query(({ ctx }) => meetingsState(ctx.actor)),
  list: memberProcedure.input(resourceInput).query(({ ctx, input }) => listMeetings(ctx.actor, input)),
  create: memberProcedure.input(createMeetingInput).mutation(async ({ ctx, input }) => {
    await rateLimit("meeting", ctx.actor.userId);
    return createMeeting(ctx.actor, input);
  }),
  delete: memberProcedure
    .input(deleteMeetingInput)
    .mutation(({ ctx, input }) => deleteMeeting(ctx.actor, input)),
  offer: memberProcedure.input(offerCallInput).mutation(async ({ ctx, input }) => {
    await rateLimit("meeting", ctx.actor.userId);
    return offerCall(ctx.actor, input);
  }),
});
