import { createCallerFactory, router } from "@/server/trpc/init";
import { accountRouter } from "@/server/trpc/routers/account";
import { aiRouter } from "@/server/trpc/routers/ai";
import { analyticsRouter } from "@/server/trpc/routers/analytics";
import { apiKeysRouter } from "@/server/trpc/routers/api-keys";
import { approvalsRouter } from "@/server/trpc/routers/approvals";
import { auditRouter } from "@/server/trpc/routers/audit";
import { botRouter } from "@/server/trpc/routers/bot";
import { callsRouter } from "@/server/trpc/routers/calls";
import { chatRouter } from "@/server/trpc/routers/chat";
import { contactsRouter } from "@/server/trpc/routers/contacts";
import { demoRouter } from "@/server/trpc/routers/demo";
import { hubRouter } from "@/server/trpc/routers/hub";
import { inboxRouter } from "@/server/trpc/routers/inbox";
import { intentsRouter } from "@/server/trpc/routers/intents";
import { knowledgeRouter } from "@/server/trpc/routers/knowledge";
import { leadsRouter } from "@/server/trpc/routers/leads";
import { meetingsRouter } from "@/server/trpc/routers/meetings";
import { noticesRouter } from "@/server/trpc/routers/notices";
import { resourcesRouter } from "@/server/trpc/routers/resources";
import { roleRulesRouter } from "@/server/trpc/routers/role-rules";
import { teamRouter } from "@/server/trpc/routers/team";
import { webhooksRouter } from "@/server/trpc/routers/webhooks";
import { workspacesRouter } from "@/server/trpc/routers/workspaces";

export const appRouter = router({
  account: accountRouter,
  ai: aiRouter,
  analytics: analyticsRouter,
  apiKeys: apiKeysRouter,
  approvals: approvalsRouter,
  audit: auditRouter,
  bot: botRouter,
  chat: chatRouter,
  contacts: contactsRouter,
  demo: demoRouter,
  hub: hubRouter,
  inbox: inboxRouter,
  intents: intentsRouter,
  knowledge: knowledgeRouter,
  leads: leadsRouter,
  calls: callsRouter,
  meetings: meetingsRouter,
  notices: noticesRouter,
  resources: resourcesRouter,
  roleRules: roleRulesRouter,
  team: teamRouter,
  webhooks: webhooksRouter,
  workspaces: workspacesRouter,
});

export type AppRouter = typeof appRouter;

/** Calls procedures without HTTP; for pages on the server and tests. */
export const createCaller = createCallerFactory(appRouter);
