import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireMember } from "@/app/(dashboard)/require-member";
import { ResourceList } from "@/components/resources/resource-list";
import { listAlerts } from "@/server/domain/notifications/queries";
import { listResources } from "@/server/domain/resources/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("Resources"))("title") };
}

export default async function ResourcesPage() {
  const { actor } = await requireMember("/resources");
  const t = await getTranslations("Resources");
  const [resources, alerts] = await Promise.all([listResources(actor), listAlerts(actor)]);
  return (
    <>
      <h1 className="text-2xl font-semibold tracking-[-0.02em]">{t("title")}</h1>
      <p className="mt-1.5 text-muted-foreground">{t("subtitle")}</p>
      <ResourceList initial={resources} initialAlerts={alerts} />
    </>
  );
}
