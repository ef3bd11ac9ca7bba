import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

/** What to do next: the demo where it is open to this visitor, an account, the login. */
export function DemoActions({ demo }: { demo: boolean }) {
  const t = useTranslations("Landing");
  return (
    <div className="mt-9 flex flex-wrap justify-center gap-3">
      {demo && (
        <Button asChild size="large">
          <Link href="/simulator">
            {t("tryDemo")}
            <ArrowRight aria-hidden />
          </Link>
        </Button>
      )}
      <Button asChild size="large" variant={demo ? "outline" : "primary"}>
        <Link href="/register">{t("signUp")}</Link>
      </Button>
      <Button asChild size="large" variant="outline" className={demo ? "sm:hidden" : undefined}>
        <Link href="/login">{t("logIn")}</Link>
      </Button>
    </div>
  );
}
