import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { refuseLargeBody } from "@/server/rest/refuse-large-body";
import { createContext } from "@/server/trpc/context";
import { appRouter } from "@/server/trpc/root";

export const dynamic = "force-dynamic";

async function handler(request: Request): Promise<Response> {
  const refused = refuseLargeBody(request);
  if (refused) return refused;
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    createContext: () => createContext(request.headers),
  });
}

export { handler as GET, handler as POST };
