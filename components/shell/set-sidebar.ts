"use server";

import { cookies } from "next/headers";
import { SIDEBAR_COOKIE } from "@/components/shell/sidebar-cookie";

/** Keeps the sidebar folded or open for a year. */
export async function setSidebar(narrow: boolean): Promise<void> {
  const value = narrow === true ? "narrow" : "wide";
  (await cookies()).set(SIDEBAR_COOKIE, value, { path: "/", maxAge: 31_536_000, sameSite: "lax" });
}
