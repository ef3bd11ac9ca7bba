import { UserCog } from "lucide-react";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { requireMember } from "@/app/(dashboard)/require-member";
import { RoleRulesScreen } from "@/components/hub-roles/role-rules-screen";
import { Texts } from "@/components/shell/texts";
import { EmptyState } from "@/components/ui/empty-state";
import { memberPermissions } from "@/server/auth/member-permissions";
import { createContext } from "@/server/trpc/context";
import { createCaller } from "@/server/trpc/root";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("HubRoles"))("title") };
}

export default async function HubRolesPage() {
  const session = await requireMember("/settings/hub-roles");
  const t = await getTranslations("HubRoles");
  if (!memberPermissions(session).includes("hub.rules"))
    return <EmptyState icon={UserCog} title={<h1>{t("noRole")}</h1>} hint={t("noRoleHint")} />;
  const { roleRules } = createCaller(createContext(await headers()));
  return (
    <Texts of={["HubRoles"]}>
      <RoleRulesScreen initial={await roleRules.list()} />
    </Texts>
  );
}
