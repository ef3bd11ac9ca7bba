import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LoginScreen } from "@/components/login/login-screen";
import { accountSession } from "@/server/auth/account-session";
import { safePath } from "@/server/auth/safe-path";
import { createContext } from "@/server/trpc/context";
import { createCaller } from "@/server/trpc/root";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("Login"))("pageTitle") };
}

type Search = { searchParams: Promise<{ next?: string | string[]; error?: string | string[] }> };

export default async function LoginPage({ searchParams }: Search) {
  const { next: asked, error } = await searchParams;
  const next = safePath(asked, "/inbox");
  const requestHeaders = await headers();
  if (await accountSession(requestHeaders)) redirect(next);
  const caller = createCaller(createContext(requestHeaders));
  const [demo, { google }] = await Promise.all([caller.demo.available(), caller.account.ways()]);
  return (
    <LoginScreen next={next} demo={demo} google={google} error={typeof error === "string" ? error : null} />
  );
}
