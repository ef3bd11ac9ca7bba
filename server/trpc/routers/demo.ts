import { demoAllowed } from "@/server/auth/demo-allowed";
import { findDemoUser } from "@/server/domain/accounts/find-demo-user";
import { listDemoMails } from "@/server/domain/notifications/list-demo-mails";
import { AppError } from "@/server/lib/errors";
import { publicProcedure, router } from "@/server/trpc/init";

export const demoRouter = router({
  /** Whether this caller may sign in as the demo's user. */
  available: publicProcedure.query(
    async ({ ctx }) => demoAllowed(ctx.headers) && (await findDemoUser()) !== null,
  ),
  /** The letters of the demo workspace, for who may use the demo. */
  mails: publicProcedure.query(({ ctx }) => {
    if (!demoAllowed(ctx.headers))
      throw new AppError(
        "forbidden",
        "demo_only",
        "The demo answers on this machine, or with the console's key.",
      );
    return listDemoMails();
  }),
});
