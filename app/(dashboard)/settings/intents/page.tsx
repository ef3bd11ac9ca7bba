import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { requireMember } from "@/app/(dashboard)/require-member";
import { IntentsScreen } from "@/components/intents/intents-screen";
import { Texts } from "@/components/shell/texts";
import { memberPermissions } from "@/server/auth/member-permissions";
import { createContext } from "@/server/trpc/context";
import { createCaller } from "@/server/trpc/root";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("Intents"))("title") };
}

export default async function IntentsPage() {
  const session = await requireMember("/settings/intents");
  const { intents } = createCaller(createContext(await headers()));
  const [patterns, backlog] = await Promise.all([intents.patterns(), intents.backlog()]);
  const permissions = memberPermissions(session);
  return (
    <Texts of={["Intents"]}>
      <IntentsScreen
        patterns={patterns}
        backlog={backlog}
        mayEdit={permissions.includes("hub.rules")}
        maySetBudget={permissions.includes("hub.settings")}
      />
    </Texts>
  );
}
