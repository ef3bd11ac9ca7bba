import { useTranslations } from "next-intl";
import type { AskTrouble } from "@/components/login/ask-account";
import { Alert } from "@/components/ui/alert";

/** Why a form could not be sent, in words. */
export function AskTroubleAlert({ trouble }: { trouble: AskTrouble | null }) {
  const t = useTranslations("Login");
  if (!trouble) return null;
  const words = {
    rate_limited: [
      t("tooMany"),
      t("tooManyHint", { minutes: "minutes" in trouble ? trouble.minutes : 1 }),
    ] as const,
    bad_input: [t("badInput"), t("badInputHint")] as const,
    offline: [t("offline"), t("offlineHint")] as const,
  };
  const [title, hint] = words[trouble.reason];
  return (
    <Alert live tone="destructive" title={title} className="mb-6">
      {hint}
    </Alert>
  );
}
