import { listWebhooks } from "@/server/domain/resources/outgoing/list-webhooks";
import { redeliverWebhook } from "@/server/domain/resources/outgoing/redeliver-webhook";
import { listWebhooksInput, redeliverWebhookInput } from "@/server/domain/resources/outgoing/schema";
import { renewSecret } from "@/server/domain/resources/renew-secret";
import { resourceInput } from "@/server/domain/resources/schema";
import { memberProcedure, router } from "@/server/trpc/init";

export const webhooksRouter = router({
  list: memberProcedure.input(listWebhooksInput).query(({ ctx, input }) => listWebhooks(ctx.actor, input)),
  redeliver: memberProcedure
    .input(redeliverWebhookInput)
    .mutation(({ ctx, input }) => redeliverWebhook(ctx.actor, input)),
  renewSecret: memberProcedure
    .input(resourceInput)
    .mutation(({ ctx, input }) => renewSecret(ctx.actor, input)),
});
