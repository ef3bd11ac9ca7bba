import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { AcceptInvitation } from "@/components/invite/accept-invitation";
import { AuthFrame } from "@/components/login/auth-frame";
import { Button } from "@/components/ui/button";
import type { InvitationView } from "@/server/domain/workspaces/team/schema";

type InviteScreenProps = {
  token: string;
  invitation: InvitationView | null;
  /** Who is signed in; null for a stranger. */
  accountName: string | null;
};

/** Who invites to what with which role, and the way in; of a void invitation, why. */
export function InviteScreen({ token, invitation, accountName }: InviteScreenProps) {
  const t = useTranslations("Invite");
  const format = useFormatter();
  if (invitation?.state !== "open") {
    const state = invitation?.state ?? "unknown";
    return (
      <AuthFrame title={t(`problem.${state}.title`)} subtitle={t(`problem.${state}.text`)}>
        <Button asChild className="mt-8 w-full">
          <Link href={accountName ? "/resources" : "/"}>{accountName ? t("toDashboard") : t("toStart")}</Link>
        </Button>
      </AuthFrame>
    );
  }
  const { invitedBy, workspaceName: workspace, role, email, expiresAt } = invitation;
  const date = format.dateTime(new Date(expiresAt), { day: "numeric", month: "long" });
  const next = encodeURIComponent(`/invite/${token}`);
  const title = invitedBy ? t("title", { inviter: invitedBy, workspace }) : t("titleNobody", { workspace });
  return (
    <AuthFrame title={title} subtitle={t("asRole", { role })}>
      <p className="mt-4 text-sm leading-relaxed text-muted-foreground">
        {t("until", { date })} {email && t("forEmail", { email })}
      </p>
      {accountName ? (
        <AcceptInvitation token={token} accountName={accountName} />
      ) : (
        <div className="mt-8 space-y-3">
          <Button asChild className="w-full">
            <Link href={`/register?next=${next}${email ? `&email=${encodeURIComponent(email)}` : ""}`}>
              {t("register")}
            </Link>
          </Button>
          <Button asChild variant="outline" className="w-full">
            <Link href={`/login?next=${next}`}>{t("logIn")}</Link>
          </Button>
          <p className="text-center text-sm text-muted-foreground">{t("strangerHint")}</p>
        </div>
      )}
    </AuthFrame>
  );
}
