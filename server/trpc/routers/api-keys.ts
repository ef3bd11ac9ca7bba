import { createApiKey } from "@/server/domain/api-keys/create-api-key";
import { listApiKeys } from "@/server/domain/api-keys/queries";
import { revokeApiKey } from "@/server/domain/api-keys/revoke-api-key";
import { apiKeyIdInput, createApiKeyInput } from "@/server/domain/api-keys/schema";
import { memberProcedure, router } from "@/server/trpc/init";

export const apiKeysRouter = router({
  list: memberProcedure.query(({ ctx }) => listApiKeys(ctx.actor)),
  create: memberProcedure
    .input(createApiKeyInput)
    .mutation(({ ctx, input }) => createApiKey(ctx.actor, input)),
  revoke: memberProcedure.input(apiKeyIdInput).mutation(({ ctx, input }) => revokeApiKey(ctx.actor, input)),
});
