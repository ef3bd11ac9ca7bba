import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthFrame } from "@/components/login/auth-frame";
import { ResetForm } from "@/components/login/reset-form";
import { safePath } from "@/server/auth/safe-path";

export async function generateMetadata(): Promise<Metadata> {
  // The address holds a secret: no other site may be told of it.
  return { title: (await getTranslations("Account"))("resetTitle"), referrer: "no-referrer" };
}

type Search = { searchParams: Promise<{ token?: string | string[]; next?: string | string[] }> };

export default async function ResetPage({ searchParams }: Search) {
  const { token, next } = await searchParams;
  const t = await getTranslations("Account");
  return (
    <AuthFrame title={t("resetTitle")} subtitle={t("resetSubtitle")}>
      <ResetForm token={typeof token === "string" ? token : ""} next={safePath(next, "/resources")} />
    </AuthFrame>
  );
}
