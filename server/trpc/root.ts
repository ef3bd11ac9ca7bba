import { createCallerFactory, router } from "@/server/trpc/init";
import { accountRouter } from "@/server/trpc/routers/account";
import { chatRouter } from "@/server/trpc/routers/chat";
import { demoRouter } from "@/server/trpc/routers/demo";
import { noticesRouter } from "@/server/trpc/routers/notices";
import { resourcesRouter } from "@/server/trpc/routers/resources";
import { workspacesRouter } from "@/server/trpc/routers/workspaces";

export const appRouter = router({
  account: accountRouter,
  chat: chatRouter,
  demo: demoRouter,
  notices: noticesRouter,
  resources: resourcesRouter,
  workspaces: workspacesRouter,
});

export type AppRouter = typeof appRouter;

/** Calls procedures without HTTP; for pages on the server and tests. */
export const createCaller = createCallerFactory(appRouter);
