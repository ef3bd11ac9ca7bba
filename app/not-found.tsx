import { getTranslations } from "next-intl/server";
import { MessagePage } from "@/components/shell/message-page";
import { buttonClasses } from "@/components/ui/button-classes";

export default async function NotFound() {
  const t = await getTranslations("Errors");
  return (
    <MessagePage code="404" title={t("notFoundTitle")} text={t("notFoundText")}>
      <a className={buttonClasses()} href="/">
        {t("goHome")}
      </a>
    </MessagePage>
  );
}
