import { rest } from "@/server/rest/app";

export const dynamic = "force-dynamic";

function handler(request: Request): Response | Promise<Response> {
  return rest.fetch(request);
}

export { handler as POST };
