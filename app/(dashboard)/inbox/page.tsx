import "@/app/(miniapp)/miniapp.css";
import "@/app/(miniapp)/media.css";
import "./inbox.css";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { requireMember } from "@/app/(dashboard)/require-member";
import { Inbox } from "@/components/inbox/inbox";
import { FillPage } from "@/components/shell/fill-page";
import { Texts } from "@/components/shell/texts";
import { createContext } from "@/server/trpc/context";
import { createCaller } from "@/server/trpc/root";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("Inbox"))("title") };
}

type InboxPageProps = { searchParams: Promise<{ c?: string | string[] }> };

export default async function InboxPage({ searchParams }: InboxPageProps) {
  const { c } = await searchParams;
  // A shared conversation is still there after the login.
  await requireMember(typeof c === "string" && /^\d+$/.test(c) ? `/inbox?c=${c}` : "/inbox");
  const { inbox } = createCaller(createContext(await headers()));
  // Before anything else is read: what changes meanwhile comes by the stream.
  const cursor = await inbox.cursor();
  return (
    <FillPage>
      <Texts of={["Inbox", "Calls"]}>
        <Inbox cursor={cursor} />
      </Texts>
    </FillPage>
  );
}
