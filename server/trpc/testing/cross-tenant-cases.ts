import { accountsCases } from "@/server/trpc/testing/cross-tenant-cases/accounts";
import type { CrossTenantCase } from "@/server/trpc/testing/cross-tenant-cases/case";
import { conversationsCases } from "@/server/trpc/testing/cross-tenant-cases/conversations";
import { decisionsCases } from "@/server/trpc/testing/cross-tenant-cases/decisions";
import { hubCases } from "@/server/trpc/testing/cross-tenant-cases/hub";
import { knowledgeCases } from "@/server/trpc/testing/cross-tenant-cases/knowledge";
import { meetingsCases } from "@/server/trpc/testing/cross-tenant-cases/meetings";
import { resourcesCases } from "@/server/trpc/testing/cross-tenant-cases/resources";
import { workspacesCases } from "@/server/trpc/testing/cross-tenant-cases/workspaces";

/** One line a procedure, by its path: a procedure without one fails the matrix. */
export const crossTenantCases: Record<string, CrossTenantCase> = {
  ...accountsCases,
  ...workspacesCases,
  ...resourcesCases,
  ...conversationsCases,
  ...knowledgeCases,
  ...hubCases,
  ...decisionsCases,
  ...meetingsCases,
};
