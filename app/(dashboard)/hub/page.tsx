import "@/app/(miniapp)/miniapp.css";
import "@/app/(miniapp)/media.css";
import "@/app/(dashboard)/inbox/inbox.css";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireMember } from "@/app/(dashboard)/require-member";
import { Hub } from "@/components/hub/hub";
import { readHubAddress, writeHubAddress } from "@/components/hub/hub-address";
import { FillPage } from "@/components/shell/fill-page";
import { Texts } from "@/components/shell/texts";
import { memberPermissions } from "@/server/auth/member-permissions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("Hub"))("title") };
}

type HubPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function HubPage({ searchParams }: HubPageProps) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(await searchParams))
    if (typeof value === "string") query.set(name, value);
  // What was shared is still there after the login.
  const session = await requireMember(writeHubAddress(readHubAddress(query)));
  return (
    <FillPage>
      <Texts of={["Hub", "Inbox"]}>
        <Hub permissions={memberPermissions(session)} />
      </Texts>
    </FillPage>
  );
}
