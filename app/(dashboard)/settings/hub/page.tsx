import { MessagesSquare } from "lucide-react";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { requireMember } from "@/app/(dashboard)/require-member";
import { HubSettingsForm } from "@/components/hub-settings/hub-settings-form";
import { PageHead } from "@/components/settings/page-head";
import { Texts } from "@/components/shell/texts";
import { EmptyState } from "@/components/ui/empty-state";
import { memberPermissions } from "@/server/auth/member-permissions";
import { createContext } from "@/server/trpc/context";
import { createCaller } from "@/server/trpc/root";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("Settings.hub"))("title") };
}

export default async function HubSettingsPage() {
  const session = await requireMember("/settings/hub");
  const t = await getTranslations("Settings.hub");
  if (!memberPermissions(session).includes("hub.settings"))
    return <EmptyState icon={MessagesSquare} title={<h1>{t("noRole")}</h1>} hint={t("noRoleHint")} />;
  const { hub } = createCaller(createContext(await headers()));
  return (
    <>
      <PageHead title={t("title")} subtitle={t("subtitle")} />
      <Texts of={["Settings", "Hub"]}>
        <HubSettingsForm initial={await hub.settings()} />
      </Texts>
    </>
  );
}
