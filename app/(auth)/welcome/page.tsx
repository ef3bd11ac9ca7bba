import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuthFrame } from "@/components/login/auth-frame";
import { NewWorkspaceForm } from "@/components/register/new-workspace-form";
import { accountSession } from "@/server/auth/account-session";
import { safePath } from "@/server/auth/safe-path";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("Account"))("welcomeTitle") };
}

type Search = { searchParams: Promise<{ next?: string | string[] }> };

export default async function WelcomePage({ searchParams }: Search) {
  const next = safePath((await searchParams).next, "/resources");
  if (!(await accountSession(await headers()))) redirect("/login?next=/welcome");
  const t = await getTranslations("Account");
  return (
    <AuthFrame title={t("welcomeTitle")} subtitle={t("welcomeSubtitle")}>
      <NewWorkspaceForm next={next} />
    </AuthFrame>
  );
}
