import { demoAllowed } from "@/server/auth/demo-allowed";
import { findDemoUser } from "@/server/domain/accounts/find-demo-user";
import { publicProcedure, router } from "@/server/trpc/init";

export const demoRouter = router({
  /** Whether this caller may sign in as the demo's user. */
  available: publicProcedure.query(
    async ({ ctx }) => demoAllowed(ctx.headers) && (await findDemoUser()) !== null,
  ),
});
