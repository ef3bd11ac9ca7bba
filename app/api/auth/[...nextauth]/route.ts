import NextAuth from "next-auth";
import { authOptions } from "@/server/auth/auth-options";
import { isCrossSite } from "@/server/auth/is-cross-site";
import { refuseLargeBody } from "@/server/rest/refuse-large-body";

type Context = { params: Promise<{ nextauth: string[] }> };

async function handler(request: Request, context: Context): Promise<Response> {
  const refused = refuseLargeBody(request);
  if (refused) return refused;
  // next-auth's own token guards this door too; nobody is signed in or out from another site's page.
  if (request.method !== "GET" && isCrossSite(request.headers)) {
    const message = "This may be asked from our own pages only.";
    return Response.json({ error: { code: "cross_site", message } }, { status: 403 });
  }
  return NextAuth(request as never, context as never, authOptions(request.headers)) as Promise<Response>;
}

export { handler as GET, handler as POST };
