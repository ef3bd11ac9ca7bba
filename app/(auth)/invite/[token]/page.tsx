import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { InviteScreen } from "@/components/invite/invite-screen";
import { Texts } from "@/components/shell/texts";
import { accountSession } from "@/server/auth/account-session";
import { createContext } from "@/server/trpc/context";
import { createCaller } from "@/server/trpc/root";

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getTranslations("Invite"))("pageTitle"),
    referrer: "no-referrer",
    robots: "noindex",
  };
}

export default async function InvitePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const requestHeaders = await headers();
  const account = await accountSession(requestHeaders);
  const { team } = createCaller(createContext(requestHeaders));
  // Looking spends nothing: previews of links in messengers look too.
  const invitation = token.length <= 200 ? await team.invitation({ token }) : null;
  return (
    <Texts of={["Shell", "Login", "Invite"]}>
      <InviteScreen token={token} invitation={invitation} accountName={account?.user.name ?? null} />
    </Texts>
  );
}
