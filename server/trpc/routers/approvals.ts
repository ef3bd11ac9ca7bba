import { tracked } from "@trpc/server";
import { decide } from "@/server/domain/approvals/decide";
import { editProposal } from "@/server/domain/approvals/edit-proposal";
import { listPolicies } from "@/server/domain/approvals/policies";
import { propose } from "@/server/domain/approvals/propose";
import { proposeBatch } from "@/server/domain/approvals/propose-batch";
import {
  batchApprovals,
  chatContext,
  countApprovals,
  countWaiting,
  listApprovals,
} from "@/server/domain/approvals/queries";
import { savePolicy } from "@/server/domain/approvals/save-policy";
import {
  approvalInput,
  batchInput,
  decideInput,
  editProposalInput,
  listApprovalsInput,
  proposeBatchInput,
  proposeInput,
  savePolicyInput,
} from "@/server/domain/approvals/schema";
import { watchApprovals } from "@/server/domain/approvals/watch-approvals";
import { memberProcedure, router } from "@/server/trpc/init";
import { stillMember } from "@/server/trpc/still-member";

export const approvalsRouter = router({
  list: memberProcedure.input(listApprovalsInput).query(({ ctx, input }) => listApprovals(ctx.actor, input)),
  counts: memberProcedure.query(({ ctx }) => countApprovals(ctx.actor)),
  waiting: memberProcedure.query(({ ctx }) => countWaiting(ctx.actor)),
  batch: memberProcedure.input(batchInput).query(({ ctx, input }) => batchApprovals(ctx.actor, input)),
  context: memberProcedure.input(approvalInput).query(({ ctx, input }) => chatContext(ctx.actor, input)),
  propose: memberProcedure.input(proposeInput).mutation(({ ctx, input }) => propose(ctx.actor, input)),
  proposeBatch: memberProcedure
    .input(proposeBatchInput)
    .mutation(({ ctx, input }) => proposeBatch(ctx.actor, input)),
  edit: memberProcedure.input(editProposalInput).mutation(({ ctx, input }) => editProposal(ctx.actor, input)),
  decide: memberProcedure.input(decideInput).mutation(({ ctx, input }) => decide(ctx.actor, input)),
  policies: memberProcedure.query(({ ctx }) => listPolicies(ctx.actor)),
  savePolicy: memberProcedure
    .input(savePolicyInput)
    .mutation(({ ctx, input }) => savePolicy(ctx.actor, input)),
  watch: memberProcedure.subscription(async function* ({ ctx, signal }) {
    if (!signal) return;
    const check = stillMember(ctx.headers, ctx.actor);
    for await (const change of watchApprovals(ctx.actor, { check, signal }))
      yield tracked(String(change), change);
  }),
});
