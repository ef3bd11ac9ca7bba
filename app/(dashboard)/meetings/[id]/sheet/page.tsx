import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { findMeeting } from "@/app/(dashboard)/meetings/[id]/find-meeting";
import { AttendanceSheet } from "@/components/meetings/attendance-sheet";
import { Texts } from "@/components/shell/texts";
import type { InviteeView } from "@/server/domain/meetings/schema";
import { createContext } from "@/server/trpc/context";
import { createCaller } from "@/server/trpc/root";

const pageSize = 500;
const coming = ["yes", "maybe"];

type SheetPageProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ only?: string | string[] }>;
};

export async function generateMetadata({ params }: SheetPageProps): Promise<Metadata> {
  const { id } = await params;
  const { topic } = await findMeeting(id, `/meetings/${id}/sheet`);
  return { title: (await getTranslations("Meetings"))("sheetOf", { topic }) };
}

export default async function SheetPage({ params, searchParams }: SheetPageProps) {
  const { id } = await params;
  const onlyComing = (await searchParams).only === "coming";
  const meeting = await findMeeting(id, `/meetings/${id}/sheet`);
  const { meetings } = createCaller(createContext(await headers()));
  const invitees: InviteeView[] = [];
  for (let page = 0, pages = 1; page < pages; page++) {
    const found = await meetings.invitees({ meetingId: meeting.id, page, pageSize });
    pages = found.pages;
    invitees.push(...found.invitees);
  }
  return (
    <Texts of={["Meetings"]}>
      <AttendanceSheet
        meeting={meeting}
        invitees={
          onlyComing ? invitees.filter(({ attendance }) => coming.includes(attendance ?? "")) : invitees
        }
        onlyComing={onlyComing}
      />
    </Texts>
  );
}
