import NextAuth from "next-auth";
import { authOptions } from "@/server/auth/auth-options";

type Context = { params: Promise<{ nextauth: string[] }> };

function handler(request: Request, context: Context): Promise<Response> {
  return NextAuth(request as never, context as never, authOptions(request.headers)) as Promise<Response>;
}

export { handler as GET, handler as POST };
