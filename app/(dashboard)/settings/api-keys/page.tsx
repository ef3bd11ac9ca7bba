import { KeyRound } from "lucide-react";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { requireMember } from "@/app/(dashboard)/require-member";
import { ApiKeysScreen } from "@/components/api-keys/api-keys-screen";
import { Texts } from "@/components/shell/texts";
import { EmptyState } from "@/components/ui/empty-state";
import { memberPermissions } from "@/server/auth/member-permissions";
import { createContext } from "@/server/trpc/context";
import { createCaller } from "@/server/trpc/root";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ApiKeys"))("title") };
}

export default async function ApiKeysPage() {
  const session = await requireMember("/settings/api-keys");
  const t = await getTranslations("ApiKeys");
  if (!memberPermissions(session).includes("api-keys.manage"))
    return <EmptyState icon={KeyRound} title={<h1>{t("noRole")}</h1>} hint={t("noRoleHint")} />;
  const { apiKeys } = createCaller(createContext(await headers()));
  return (
    <Texts of={["ApiKeys"]}>
      <ApiKeysScreen
        initial={await apiKeys.list()}
        workspaceName={session.workspace.name}
        isOwner={session.role === "owner"}
      />
    </Texts>
  );
}
