import type { Metadata } from "next";
import { findMeeting } from "@/app/(dashboard)/meetings/[id]/find-meeting";
import { requireMember } from "@/app/(dashboard)/require-member";
import { MeetingPage } from "@/components/meetings/meeting-page";
import { Texts } from "@/components/shell/texts";
import { memberPermissions } from "@/server/auth/member-permissions";

type OneMeetingPageProps = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: OneMeetingPageProps): Promise<Metadata> {
  const { id } = await params;
  return { title: (await findMeeting(id, `/meetings/${id}`)).topic };
}

export default async function OneMeetingPage({ params }: OneMeetingPageProps) {
  const { id } = await params;
  const session = await requireMember(`/meetings/${id}`);
  const meeting = await findMeeting(id, `/meetings/${id}`);
  return (
    <Texts of={["Meetings"]}>
      {/* Another meeting is another page, with filters of its own. */}
      <MeetingPage
        key={meeting.id}
        meeting={meeting}
        mayManage={memberPermissions(session).includes("meetings.manage")}
      />
    </Texts>
  );
}
