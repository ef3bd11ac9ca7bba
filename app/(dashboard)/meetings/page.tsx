import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireMember } from "@/app/(dashboard)/require-member";
import { MeetingsScreen } from "@/components/meetings/meetings-screen";
import { Texts } from "@/components/shell/texts";
import { memberPermissions } from "@/server/auth/member-permissions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("Meetings"))("title") };
}

export default async function MeetingsPage() {
  const session = await requireMember("/meetings");
  return (
    <Texts of={["Meetings"]}>
      <MeetingsScreen mayManage={memberPermissions(session).includes("meetings.manage")} />
    </Texts>
  );
}
