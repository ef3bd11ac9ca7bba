import { tracked } from "@trpc/server";
import { z } from "zod";
import { rateLimit } from "@/server/auth/rate-limit";
import { listAlerts } from "@/server/domain/notifications/queries";
import { activateResource } from "@/server/domain/resources/activate-resource";
import { addResource } from "@/server/domain/resources/add-resource";
import { changeResource } from "@/server/domain/resources/change-resource";
import { checkNewAccount } from "@/server/domain/resources/check-new-account";
import { collectedChats } from "@/server/domain/resources/collected-chats";
import { healthOf } from "@/server/domain/resources/health-of";
import { pauseResource } from "@/server/domain/resources/pause-resource";
import { listProviders, listResources, resourceDetail } from "@/server/domain/resources/queries";
import { removeResource } from "@/server/domain/resources/remove-resource";
import {
  accountInput,
  addResourceInput,
  changeResourceInput,
  removeResourceInput,
  resourceInput,
} from "@/server/domain/resources/schema";
import { testResource } from "@/server/domain/resources/test-resource";
import { watchResources } from "@/server/domain/resources/watch-resources";
import { memberProcedure, router } from "@/server/trpc/init";
import { stillMember } from "@/server/trpc/still-member";

const watchInput = z.object({ lastEventId: z.string().max(50).nullish() });

/** For what asks an outside service each time. */
const probeProcedure = memberProcedure.use(async ({ ctx, next }) => {
  await rateLimit("resource-probe", ctx.actor.userId);
  return next();
});

export const resourcesRouter = router({
  list: memberProcedure.query(({ ctx }) => listResources(ctx.actor)),
  detail: memberProcedure.input(resourceInput).query(({ ctx, input }) => resourceDetail(ctx.actor, input)),
  chats: memberProcedure.input(resourceInput).query(({ ctx, input }) => collectedChats(ctx.actor, input)),
  providers: memberProcedure.query(({ ctx }) => listProviders(ctx.actor)),
  watch: memberProcedure.input(watchInput).subscription(async function* ({ ctx, input, signal }) {
    if (!signal) return;
    const lastId = input.lastEventId ?? null;
    const check = stillMember(ctx.headers, ctx.actor);
    for await (const { id, resources } of watchResources(ctx.actor, { lastId, check, signal }))
      yield tracked(id, resources);
  }),
  check: probeProcedure.input(accountInput).mutation(({ ctx, input }) => checkNewAccount(ctx.actor, input)),
  add: probeProcedure.input(addResourceInput).mutation(({ ctx, input }) => addResource(ctx.actor, input)),
  change: probeProcedure
    .input(changeResourceInput)
    .mutation(({ ctx, input }) => changeResource(ctx.actor, input)),
  test: probeProcedure.input(resourceInput).mutation(({ ctx, input }) => testResource(ctx.actor, input)),
  health: probeProcedure.input(resourceInput).mutation(({ ctx, input }) => healthOf(ctx.actor, input)),
  activate: memberProcedure
    .input(resourceInput)
    .mutation(({ ctx, input }) => activateResource(ctx.actor, input)),
  pause: memberProcedure.input(resourceInput).mutation(({ ctx, input }) => pauseResource(ctx.actor, input)),
  remove: memberProcedure
    .input(removeResourceInput)
    .mutation(({ ctx, input }) => removeResource(ctx.actor, input)),
  alerts: memberProcedure.query(({ ctx }) => listAlerts(ctx.actor)),
});
