import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { requireMember } from "@/app/(dashboard)/require-member";
import { SecurityPage } from "@/components/account-security/security-page";
import { PageHead } from "@/components/settings/page-head";
import { Texts } from "@/components/shell/texts";
import { createContext } from "@/server/trpc/context";
import { createCaller } from "@/server/trpc/root";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("Security"))("title") };
}

type Search = { searchParams: Promise<{ google?: string | string[] }> };

export default async function ProfileSecurityPage({ searchParams }: Search) {
  await requireMember("/profile/security");
  const { google } = await searchParams;
  const t = await getTranslations("Security");
  const { account } = createCaller(createContext(await headers()));
  return (
    <>
      <PageHead title={t("title")} subtitle={t("subtitle")} />
      <Texts of={["Security", "Account", "Login"]}>
        <SecurityPage
          initial={await account.security()}
          google={typeof google === "string" ? google : null}
        />
      </Texts>
    </>
  );
}
