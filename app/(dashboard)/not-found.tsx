import { getTranslations } from "next-intl/server";
import { MessagePage } from "@/components/shell/message-page";
import { buttonClasses } from "@/components/ui/button-classes";

/** What a page of the dashboard does not find is said inside its frame. */
export default async function NotFound() {
  const t = await getTranslations("Errors");
  return (
    <MessagePage framed code="404" title={t("notFoundTitle")} text={t("notFoundText")}>
      <a className={buttonClasses()} href="/">
        {t("goHome")}
      </a>
    </MessagePage>
  );
}
