import { Lock } from "lucide-react";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { requireMember } from "@/app/(dashboard)/require-member";
import { AddResource } from "@/components/resources/add-resource";
import { Texts } from "@/components/shell/texts";
import { EmptyState } from "@/components/ui/empty-state";
import { memberPermissions } from "@/server/auth/member-permissions";
import { createContext } from "@/server/trpc/context";
import { createCaller } from "@/server/trpc/root";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("Resources"))("wizard.title") };
}

type NewResourcePageProps = { searchParams: Promise<{ provider?: string | string[] }> };

export default async function NewResourcePage({ searchParams }: NewResourcePageProps) {
  const session = await requireMember("/resources/new");
  const t = await getTranslations("Resources");
  if (!memberPermissions(session).includes("resources.change"))
    return (
      <>
        <h1 className="text-2xl font-semibold tracking-[-0.02em]">{t("wizard.title")}</h1>
        <EmptyState
          className="mt-8"
          icon={Lock}
          title={t("wizard.readOnly")}
          hint={t("wizard.readOnlyHint")}
        />
      </>
    );
  const { resources } = createCaller(createContext(await headers()));
  const { provider } = await searchParams;
  return (
    <Texts of={["Resources", "Providers"]}>
      <AddResource
        providers={await resources.providers()}
        chosen={typeof provider === "string" ? provider : null}
      />
    </Texts>
  );
}
