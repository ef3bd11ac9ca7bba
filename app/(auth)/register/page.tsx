import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuthFrame } from "@/components/login/auth-frame";
import { RegisterForm } from "@/components/register/register-form";
import { accountSession } from "@/server/auth/account-session";
import { safePath } from "@/server/auth/safe-path";
import { createContext } from "@/server/trpc/context";
import { createCaller } from "@/server/trpc/root";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("Account"))("registerTitle") };
}

type Search = { searchParams: Promise<{ next?: string | string[]; email?: string | string[] }> };

export default async function RegisterPage({ searchParams }: Search) {
  const { next: asked, email } = await searchParams;
  const next = safePath(asked, "/resources");
  const requestHeaders = await headers();
  if (await accountSession(requestHeaders)) redirect(next);
  const t = await getTranslations("Account");
  const { google, letters } = await createCaller(createContext(requestHeaders)).account.ways();
  return (
    <AuthFrame title={t("registerTitle")} subtitle={t("registerSubtitle")}>
      <RegisterForm
        next={next}
        email={typeof email === "string" ? email : ""}
        google={google}
        letters={letters}
      />
    </AuthFrame>
  );
}
