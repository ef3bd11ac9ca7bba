import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { MessagePage } from "@/components/shell/message-page";
import { SiteProviders } from "@/components/shell/site-providers";
import { Button } from "@/components/ui/button";

export default async function NotFound() {
  const t = await getTranslations("Errors");
  return (
    <SiteProviders>
      <MessagePage code="404" title={t("notFoundTitle")} text={t("notFoundText")}>
        <Button asChild>
          <Link href="/">{t("goHome")}</Link>
        </Button>
      </MessagePage>
    </SiteProviders>
  );
}
