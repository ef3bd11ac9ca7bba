import { appUrl } from "@/server/lib/env";

/** Name of the cookie with the session's JWT; browsers take `__Secure-` over https only. */
export const SESSION_COOKIE = `${appUrl.startsWith("https:") ? "__Secure-" : ""}assistchat.session`;
