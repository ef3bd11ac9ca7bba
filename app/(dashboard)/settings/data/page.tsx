import { Database } from "lucide-react";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { requireMember } from "@/app/(dashboard)/require-member";
import { DataScreen } from "@/components/data/data-screen";
import { Texts } from "@/components/shell/texts";
import { EmptyState } from "@/components/ui/empty-state";
import { memberPermissions } from "@/server/auth/member-permissions";
import { createContext } from "@/server/trpc/context";
import { createCaller } from "@/server/trpc/root";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("Data"))("title") };
}

export default async function DataPage() {
  const session = await requireMember("/settings/data");
  const t = await getTranslations("Data");
  if (!memberPermissions(session).includes("contacts.export"))
    return <EmptyState icon={Database} title={<h1>{t("noRole")}</h1>} hint={t("noRoleHint")} />;
  const { workspaces } = createCaller(createContext(await headers()));
  return (
    <Texts of={["Data"]}>
      <DataScreen initial={await workspaces.dataSettings()} />
    </Texts>
  );
}
