import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { requireMember } from "@/app/(dashboard)/require-member";
import { ResourceList } from "@/components/resources/resource-list";
import { createContext } from "@/server/trpc/context";
import { createCaller } from "@/server/trpc/root";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("Resources"))("title") };
}

export default async function ResourcesPage() {
  await requireMember("/resources");
  const { resources } = createCaller(createContext(await headers()));
  const t = await getTranslations("Resources");
  const [list, alerts] = await Promise.all([resources.list(), resources.alerts()]);
  return (
    <>
      <h1 className="text-2xl font-semibold tracking-[-0.02em]">{t("title")}</h1>
      <p className="mt-1.5 text-muted-foreground">{t("subtitle")}</p>
      <ResourceList initial={list} initialAlerts={alerts} />
    </>
  );
}
