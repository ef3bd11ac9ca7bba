import enAccount from "@/messages/en/account.json";
import enAnalytics from "@/messages/en/analytics.json";
import enApiKeys from "@/messages/en/api-keys.json";
import enApprovals from "@/messages/en/approvals.json";
import enAudit from "@/messages/en/audit.json";
import enCalls from "@/messages/en/calls.json";
import enData from "@/messages/en/data.json";
import enErrors from "@/messages/en/errors.json";
import enHub from "@/messages/en/hub.json";
import enHubRoles from "@/messages/en/hub-roles.json";
import enInbox from "@/messages/en/inbox.json";
import enIntents from "@/messages/en/intents.json";
import enInvite from "@/messages/en/invite.json";
import enKnowledge from "@/messages/en/knowledge.json";
import enLanding from "@/messages/en/landing.json";
import enLeads from "@/messages/en/leads.json";
import enLogin from "@/messages/en/login.json";
import enMeetings from "@/messages/en/meetings.json";
import enProfile from "@/messages/en/profile.json";
import enProviders from "@/messages/en/providers.json";
import enQr from "@/messages/en/qr.json";
import enResources from "@/messages/en/resources.json";
import enSecurity from "@/messages/en/security.json";
import enSettings from "@/messages/en/settings.json";
import enShell from "@/messages/en/shell.json";
import enSimulator from "@/messages/en/simulator.json";
import enTeam from "@/messages/en/team.json";
import ruAccount from "@/messages/ru/account.json";
import ruAnalytics from "@/messages/ru/analytics.json";
import ruApiKeys from "@/messages/ru/api-keys.json";
import ruApprovals from "@/messages/ru/approvals.json";
import ruAudit from "@/messages/ru/audit.json";
import ruCalls from "@/messages/ru/calls.json";
import ruData from "@/messages/ru/data.json";
import ruErrors from "@/messages/ru/errors.json";
import ruHub from "@/messages/ru/hub.json";
import ruHubRoles from "@/messages/ru/hub-roles.json";
import ruInbox from "@/messages/ru/inbox.json";
import ruIntents from "@/messages/ru/intents.json";
import ruInvite from "@/messages/ru/invite.json";
import ruKnowledge from "@/messages/ru/knowledge.json";
import ruLanding from "@/messages/ru/landing.json";
import ruLeads from "@/messages/ru/leads.json";
import ruLogin from "@/messages/ru/login.json";
import ruMeetings from "@/messages/ru/meetings.json";
import ruProfile from "@/messages/ru/profile.json";
import ruProviders from "@/messages/ru/providers.json";
import ruQr from "@/messages/ru/qr.json";
import ruResources from "@/messages/ru/resources.json";
import ruSecurity from "@/messages/ru/security.json";
import ruSettings from "@/messages/ru/settings.json";
import ruShell from "@/messages/ru/shell.json";
import ruSimulator from "@/messages/ru/simulator.json";
import ruTeam from "@/messages/ru/team.json";

const en = {
  Account: enAccount,
  ApiKeys: enApiKeys,
  Audit: enAudit,
  Data: enData,
  Errors: enErrors,
  HubRoles: enHubRoles,
  Inbox: enInbox,
  Intents: enIntents,
  Invite: enInvite,
  Knowledge: enKnowledge,
  Landing: enLanding,
  Login: enLogin,
  Calls: enCalls,
  Profile: enProfile,
  Providers: enProviders,
  Qr: enQr,
  Resources: enResources,
  Security: enSecurity,
  Settings: enSettings,
  Shell: enShell,
  Simulator: enSimulator,
  Analytics: enAnalytics,
  Approvals: enApprovals,
  Hub: enHub,
  Leads: enLeads,
  Meetings: enMeetings,
  Team: enTeam,
};

/** Every text of the pages, by namespace: one file a namespace in messages/<locale>. */
export type Messages = typeof en;

// Typing it as the English one makes a text that Russian lacks fail the type check.
const ru: Messages = {
  Account: ruAccount,
  ApiKeys: ruApiKeys,
  Audit: ruAudit,
  Data: ruData,
  Errors: ruErrors,
  HubRoles: ruHubRoles,
  Inbox: ruInbox,
  Intents: ruIntents,
  Invite: ruInvite,
  Knowledge: ruKnowledge,
  Landing: ruLanding,
  Login: ruLogin,
  Calls: ruCalls,
  Profile: ruProfile,
  Providers: ruProviders,
  Qr: ruQr,
  Resources: ruResources,
  Security: ruSecurity,
  Settings: ruSettings,
  Shell: ruShell,
  Simulator: ruSimulator,
  Analytics: ruAnalytics,
  Approvals: ruApprovals,
  Hub: ruHub,
  Leads: ruLeads,
  Meetings: ruMeetings,
  Team: ruTeam,
};

export const messages = { en, ru };
