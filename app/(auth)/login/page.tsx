import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LoginScreen } from "@/components/login/login-screen";
import { memberSession } from "@/server/auth/member-session";
import { safePath } from "@/server/auth/safe-path";
import { createContext } from "@/server/trpc/context";
import { createCaller } from "@/server/trpc/root";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("Login"))("pageTitle") };
}

type Search = { searchParams: Promise<{ next?: string | string[] }> };

export default async function LoginPage({ searchParams }: Search) {
  const next = safePath((await searchParams).next, "/resources");
  const requestHeaders = await headers();
  if (await memberSession(requestHeaders)) redirect(next);
  const demo = await createCaller(createContext(requestHeaders)).demo.available();
  return <LoginScreen next={next} demo={demo} />;
}
