import { addLeadNote } from "@/server/domain/leads/add-lead-note";
import { changeLead } from "@/server/domain/leads/change-lead";
import { createLead } from "@/server/domain/leads/create-lead";
import { deleteLead } from "@/server/domain/leads/delete-lead";
import { leadBoard } from "@/server/domain/leads/lead-board";
import { leadDesk } from "@/server/domain/leads/lead-desk";
import { leadDetail } from "@/server/domain/leads/lead-detail";
import { leadFromConversation } from "@/server/domain/leads/lead-from-conversation";
import { leadFromHubMessage } from "@/server/domain/leads/lead-from-hub-message";
import { leadOfConversation } from "@/server/domain/leads/lead-of-conversation";
import { leadTimeline } from "@/server/domain/leads/lead-timeline";
import { listLeads } from "@/server/domain/leads/list-leads";
import {
  changeLeadInput,
  conversationIdInput,
  createLeadInput,
  hubMessageIdInput,
  leadFilter,
  leadIdInput,
  leadNoteInput,
  leadTimelineInput,
  listLeadsInput,
} from "@/server/domain/leads/schema";
import { memberProcedure, router } from "@/server/trpc/init";

export const leadsRouter = router({
  desk: memberProcedure.query(({ ctx }) => leadDesk(ctx.actor)),
  list: memberProcedure.input(listLeadsInput).query(({ ctx, input }) => listLeads(ctx.actor, input, input)),
  board: memberProcedure
    .input(leadFilter.omit({ statuses: true }))
    .query(({ ctx, input }) => leadBoard(ctx.actor, input)),
  detail: memberProcedure.input(leadIdInput).query(({ ctx, input }) => leadDetail(ctx.actor, input)),
  timeline: memberProcedure
    .input(leadTimelineInput)
    .query(({ ctx, input }) => leadTimeline(ctx.actor, input)),
  ofConversation: memberProcedure
    .input(conversationIdInput)
    .query(({ ctx, input }) => leadOfConversation(ctx.actor, input)),
  create: memberProcedure.input(createLeadInput).mutation(({ ctx, input }) => createLead(ctx.actor, input)),
  fromConversation: memberProcedure
    .input(conversationIdInput)
    .mutation(({ ctx, input }) => leadFromConversation(ctx.actor, input)),
  fromHubMessage: memberProcedure
    .input(hubMessageIdInput)
    .mutation(({ ctx, input }) => leadFromHubMessage(ctx.actor, input)),
  change: memberProcedure.input(changeLeadInput).mutation(({ ctx, input }) => changeLead(ctx.actor, input)),
  note: memberProcedure.input(leadNoteInput).mutation(({ ctx, input }) => addLeadNote(ctx.actor, input)),
  delete: memberProcedure.input(leadIdInput).mutation(({ ctx, input }) => deleteLead(ctx.actor, input)),
});
