import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { requireMember } from "@/app/(dashboard)/require-member";
import { PageHead } from "@/components/settings/page-head";
import { SupportSettings } from "@/components/settings/support-settings";
import { Texts } from "@/components/shell/texts";
import { createContext } from "@/server/trpc/context";
import { createCaller } from "@/server/trpc/root";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("Settings"))("title") };
}

export default async function SettingsPage() {
  await requireMember("/settings");
  const { workspaces } = createCaller(createContext(await headers()));
  const t = await getTranslations("Settings");
  return (
    <>
      <PageHead title={t("nav.support")} subtitle={t("subtitle")} />
      <Texts of={["Settings"]}>
        <SupportSettings initial={await workspaces.supportSettings()} />
      </Texts>
    </>
  );
}
