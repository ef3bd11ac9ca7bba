import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireMember } from "@/app/(dashboard)/require-member";
import { TextsScreen } from "@/components/meetings/texts-screen";
import { Texts } from "@/components/shell/texts";
import { memberPermissions } from "@/server/auth/member-permissions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("Meetings"))("texts") };
}

export default async function TextsPage() {
  const session = await requireMember("/meetings/texts");
  if (!memberPermissions(session).includes("meetings.manage")) redirect("/meetings");
  return (
    <Texts of={["Meetings"]}>
      <TextsScreen />
    </Texts>
  );
}
