import { createCallerFactory, router } from "@/server/trpc/init";
import { chatRouter } from "@/server/trpc/routers/chat";
import { resourcesRouter } from "@/server/trpc/routers/resources";

export const appRouter = router({
  chat: chatRouter,
  resources: resourcesRouter,
});

export type AppRouter = typeof appRouter;

/** Calls procedures without HTTP; for tests. */
export const createCaller = createCallerFactory(appRouter);
