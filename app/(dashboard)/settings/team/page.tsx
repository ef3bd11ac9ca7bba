import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { requireMember } from "@/app/(dashboard)/require-member";
import { Texts } from "@/components/shell/texts";
import { TeamScreen } from "@/components/team/team-screen";
import { createContext } from "@/server/trpc/context";
import { createCaller } from "@/server/trpc/root";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("Team"))("title") };
}

export default async function TeamPage() {
  await requireMember("/settings/team");
  const { team } = createCaller(createContext(await headers()));
  return (
    <Texts of={["Team"]}>
      <TeamScreen initial={await team.view()} />
    </Texts>
  );
}
