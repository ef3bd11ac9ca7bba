import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LoginScreen } from "@/components/login/login-screen";
import { demoAllowed } from "@/server/auth/demo-allowed";
import { memberSession } from "@/server/auth/member-session";
import { safePath } from "@/server/auth/safe-path";
import { findDemoUser } from "@/server/domain/accounts/find-demo-user";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("Login"))("pageTitle") };
}

type Search = { searchParams: Promise<{ next?: string | string[] }> };

export default async function LoginPage({ searchParams }: Search) {
  const next = safePath((await searchParams).next, "/resources");
  const requestHeaders = await headers();
  if (await memberSession(requestHeaders)) redirect(next);
  const demo = demoAllowed(requestHeaders) && (await findDemoUser()) !== null;
  return <LoginScreen next={next} demo={demo} />;
}
