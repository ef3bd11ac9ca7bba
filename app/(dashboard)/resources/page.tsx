import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { requireMember } from "@/app/(dashboard)/require-member";
import { ResourceList } from "@/components/resources/resource-list";
import { Texts } from "@/components/shell/texts";
import { memberPermissions } from "@/server/auth/member-permissions";
import { createContext } from "@/server/trpc/context";
import { createCaller } from "@/server/trpc/root";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("Resources"))("title") };
}

export default async function ResourcesPage() {
  const session = await requireMember("/resources");
  const { resources } = createCaller(createContext(await headers()));
  const [list, alerts] = await Promise.all([resources.list(), resources.alerts()]);
  const mayChange = memberPermissions(session).includes("resources.change");
  return (
    <Texts of={["Resources", "Providers"]}>
      <ResourceList initial={list} initialAlerts={alerts} mayChange={mayChange} />
    </Texts>
  );
}
