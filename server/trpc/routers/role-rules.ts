import { listRoleRules } from "@/server/domain/contacts/roles/queries";
import { removeRoleRule } from "@/server/domain/contacts/roles/remove-role-rule";
import { saveRoleRule } from "@/server/domain/contacts/roles/save-role-rule";
import { roleRuleIdInput, roleRuleInput } from "@/server/domain/contacts/roles/schema";
import { memberProcedure, router } from "@/server/trpc/init";

export const roleRulesRouter = router({
  list: memberProcedure.query(({ ctx }) => listRoleRules(ctx.actor)),
  save: memberProcedure.input(roleRuleInput).mutation(({ ctx, input }) => saveRoleRule(ctx.actor, input)),
  remove: memberProcedure
    .input(roleRuleIdInput)
    .mutation(({ ctx, input }) => removeRoleRule(ctx.actor, input)),
});
