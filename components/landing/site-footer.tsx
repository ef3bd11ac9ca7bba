import Link from "next/link";
import { useTranslations } from "next-intl";
import { Logo } from "@/components/shell/logo";

/** The end of the public pages: where else to go, and under which licence. */
export function SiteFooter() {
  const t = useTranslations("Landing");
  const link = "rounded transition-colors hover:text-foreground hover:underline";
  return (
    <footer className="border-t border-border">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-8 gap-y-4 px-4 py-8 text-sm text-muted-foreground sm:px-6">
        <Logo />
        <nav aria-label={t("footerNav")} className="flex flex-wrap gap-x-6 gap-y-2">
          <Link href="/qr" className={link}>
            {t("footerQr")}
          </Link>
          <a href="/api/v1/docs" className={link}>
            {t("footerApi")}
          </a>
          <Link href="/login" className={link}>
            {t("logIn")}
          </Link>
          <a href="https://www.gnu.org/licenses/agpl-3.0.html" rel="license noreferrer" className={link}>
            {t("footerLicence")}
          </a>
        </nav>
      </div>
    </footer>
  );
}
