import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { requireMember } from "@/app/(dashboard)/require-member";
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
      <h1 className="text-2xl font-semibold tracking-[-0.02em]">{t("title")}</h1>
      <p className="mt-1.5 text-muted-foreground">{t("subtitle")}</p>
      <Texts of={["Settings"]}>
        <SupportSettings initial={await workspaces.supportSettings()} />
      </Texts>
    </>
  );
}
