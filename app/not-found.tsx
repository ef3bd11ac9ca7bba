import { getTranslations } from "next-intl/server";
import { MessagePage } from "@/components/shell/message-page";
import { SiteProviders } from "@/components/shell/site-providers";
import { buttonClasses } from "@/components/ui/button-classes";

export default async function NotFound() {
  const t = await getTranslations("Errors");
  return (
    <SiteProviders>
      <MessagePage code="404" title={t("notFoundTitle")} text={t("notFoundText")}>
        <a className={buttonClasses()} href="/">
          {t("goHome")}
        </a>
      </MessagePage>
    </SiteProviders>
  );
}
