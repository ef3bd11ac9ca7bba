import { createCallerFactory, router } from "@/server/trpc/init";
import { chatRouter } from "@/server/trpc/routers/chat";
import { demoRouter } from "@/server/trpc/routers/demo";
import { resourcesRouter } from "@/server/trpc/routers/resources";
import { workspacesRouter } from "@/server/trpc/routers/workspaces";

export const appRouter = router({
  chat: chatRouter,
  demo: demoRouter,
  resources: resourcesRouter,
  workspaces: workspacesRouter,
});

export type AppRouter = typeof appRouter;

/** Calls procedures without HTTP; for pages on the server and tests. */
export const createCaller = createCallerFactory(appRouter);
