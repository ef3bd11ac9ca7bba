import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireMember } from "@/app/(dashboard)/require-member";
import { Approvals } from "@/components/approvals/approvals";
import { Texts } from "@/components/shell/texts";
import { memberPermissions } from "@/server/auth/member-permissions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("Approvals"))("title") };
}

export default async function ApprovalsPage() {
  const session = await requireMember("/approvals");
  const permissions = memberPermissions(session);
  const t = await getTranslations("Approvals");
  return (
    <>
      <h1 className="text-2xl font-semibold tracking-[-0.02em]">{t("title")}</h1>
      <p className="mt-1.5 text-muted-foreground">{t("subtitle")}</p>
      <Texts of={["Approvals"]}>
        <Approvals
          mayDecide={permissions.includes("approvals.decide")}
          mayRule={permissions.includes("approvals.policy")}
          mayMakeKeys={permissions.includes("api-keys.manage")}
        />
      </Texts>
    </>
  );
}
