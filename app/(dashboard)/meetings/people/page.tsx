import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireMember } from "@/app/(dashboard)/require-member";
import { PeopleScreen } from "@/components/meetings/people-screen";
import { Texts } from "@/components/shell/texts";
import { memberPermissions } from "@/server/auth/member-permissions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("Meetings"))("people") };
}

export default async function PeoplePage() {
  const session = await requireMember("/meetings/people");
  return (
    <Texts of={["Meetings"]}>
      <PeopleScreen mayManage={memberPermissions(session).includes("meetings.manage")} />
    </Texts>
  );
}
