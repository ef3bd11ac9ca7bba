import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { env, isDevelopment } from "./server/lib/env";
import { pagePolicy } from "./server/lib/page-policy";

/** Gives each page a policy with a nonce of its own; Next reads it from the request and marks its scripts with it. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = randomBytes(16).toString("base64");
  const policy = pagePolicy({
    path: request.nextUrl.pathname,
    nonce,
    demo: env.DEMO,
    development: isDevelopment,
  });
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  return response;
}

// Pages only: streams, calls and files have policies of their own in next.config.ts and pay nothing here.
export const config = {
  matcher: ["/((?!api/|metrics$|_next/static/|_next/image|icon\\.svg$|open-from-telegram\\.js$).*)"],
};
