import { useTranslations } from "next-intl";
import { AuthFrame } from "@/components/login/auth-frame";
import { LoginForm } from "@/components/login/login-form";
import { Alert } from "@/components/ui/alert";

const known = ["google_email_unverified", "google_not_linked", "google_disabled"] as const;

type LoginScreenProps = { next: string; demo: boolean; google: boolean; error: string | null };

/** The login beside a picture of what the product does; `error` is what a sign-in elsewhere came back with. */
export function LoginScreen({ next, demo, google, error }: LoginScreenProps) {
  const t = useTranslations("Login");
  const reason = known.find((name) => name === error) ?? "google_failed";
  return (
    <AuthFrame title={t("title")} subtitle={t("subtitle")}>
      {error && (
        <Alert live tone="destructive" title={t(`${reason}`)} className="mt-6">
          {t(`${reason}_hint`)}
        </Alert>
      )}
      <LoginForm next={next} demo={demo} google={google} />
    </AuthFrame>
  );
}
