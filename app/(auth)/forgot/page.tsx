import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { AuthFrame } from "@/components/login/auth-frame";
import { ForgotForm } from "@/components/login/forgot-form";
import { createContext } from "@/server/trpc/context";
import { createCaller } from "@/server/trpc/root";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("Account"))("forgotTitle") };
}

export default async function ForgotPage() {
  const t = await getTranslations("Account");
  const { letters } = await createCaller(createContext(await headers())).account.ways();
  return (
    <AuthFrame title={t("forgotTitle")} subtitle={t("forgotSubtitle")}>
      <ForgotForm letters={letters} />
    </AuthFrame>
  );
}
