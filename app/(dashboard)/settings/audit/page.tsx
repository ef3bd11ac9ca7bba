import { ScrollText } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireMember } from "@/app/(dashboard)/require-member";
import { AuditScreen } from "@/components/audit/audit-screen";
import { Texts } from "@/components/shell/texts";
import { EmptyState } from "@/components/ui/empty-state";
import { memberPermissions } from "@/server/auth/member-permissions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("Audit"))("title") };
}

export default async function AuditPage() {
  const session = await requireMember("/settings/audit");
  const t = await getTranslations("Audit");
  if (!memberPermissions(session).includes("audit.view"))
    return <EmptyState icon={ScrollText} title={<h1>{t("noRole")}</h1>} hint={t("noRoleHint")} />;
  return (
    <Texts of={["Audit"]}>
      <AuditScreen />
    </Texts>
  );
}
