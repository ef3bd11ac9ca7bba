import { setContactRoleInput } from "@/server/domain/contacts/roles/schema";
import { setContactRole } from "@/server/domain/contacts/set-contact-role";
import { findHubPeople } from "@/server/domain/messages/hub/find-hub-people";
import { hubChatMessages } from "@/server/domain/messages/hub/hub-chat-messages";
import { hubContactCard } from "@/server/domain/messages/hub/hub-contact-card";
import { hubMessageDetail } from "@/server/domain/messages/hub/hub-message-detail";
import { ignoreChat } from "@/server/domain/messages/hub/ignore-chat";
import { hubChatInfo, listHubChats } from "@/server/domain/messages/hub/list-hub-chats";
import {
  findHubPeopleInput,
  hubChatInfoInput,
  hubChatInput,
  hubContactInput,
  hubMessageInput,
  ignoreChatInput,
  listHubChatsInput,
} from "@/server/domain/messages/hub/page-schema";
import { hubFilter, hubPage } from "@/server/domain/messages/hub/schema";
import { searchHub } from "@/server/domain/messages/hub/search-hub";
import { watchHub } from "@/server/domain/messages/hub/watch-hub";
import { transcribeAgain, transcribeAgainInput } from "@/server/domain/speech/transcribe-again";
import { hubSettings } from "@/server/domain/workspaces/hub-settings";
import { hubSettingsOf } from "@/server/domain/workspaces/hub-settings-of";
import { requirePermission } from "@/server/domain/workspaces/policy";
import { saveHubSettings } from "@/server/domain/workspaces/save-hub-settings";
import { memberProcedure, router } from "@/server/trpc/init";
import { stillMember } from "@/server/trpc/still-member";

export const hubRouter = router({
  search: memberProcedure
    .input(hubPage.extend({ filter: hubFilter }))
    .query(({ ctx, input: { filter, ...page } }) => {
      requirePermission(ctx.actor, "hub.view");
      return searchHub(ctx.actor, filter, page);
    }),
  chats: memberProcedure.input(listHubChatsInput).query(({ ctx, input }) => listHubChats(ctx.actor, input)),
  chat: memberProcedure.input(hubChatInput).query(({ ctx, input }) => hubChatMessages(ctx.actor, input)),
  chatInfo: memberProcedure.input(hubChatInfoInput).query(({ ctx, input }) => hubChatInfo(ctx.actor, input)),
  people: memberProcedure
    .input(findHubPeopleInput)
    .query(({ ctx, input }) => findHubPeople(ctx.actor, input)),
  message: memberProcedure
    .input(hubMessageInput)
    .query(({ ctx, input }) => hubMessageDetail(ctx.actor, input)),
  contact: memberProcedure.input(hubContactInput).query(({ ctx, input }) => hubContactCard(ctx.actor, input)),
  setRole: memberProcedure
    .input(setContactRoleInput)
    .mutation(({ ctx, input }) => setContactRole(ctx.actor, input)),
  ignoreChat: memberProcedure
    .input(ignoreChatInput)
    .mutation(({ ctx, input }) => ignoreChat(ctx.actor, input)),
  transcribeAgain: memberProcedure
    .input(transcribeAgainInput)
    .mutation(({ ctx, input }) => transcribeAgain(ctx.actor, input)),
  settings: memberProcedure.query(({ ctx }) => {
    requirePermission(ctx.actor, "hub.settings");
    return hubSettingsOf(ctx.actor.workspaceId);
  }),
  saveSettings: memberProcedure
    .input(hubSettings)
    .mutation(({ ctx, input }) => saveHubSettings(ctx.actor, input)),
  live: memberProcedure.subscription(({ ctx, signal }) =>
    watchHub(ctx.actor, {
      check: stillMember(ctx.headers, ctx.actor),
      signal: signal ?? new AbortController().signal,
    }),
  ),
});
