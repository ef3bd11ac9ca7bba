import { getTranslations } from "next-intl/server";
import { MessagePage } from "@/components/shell/message-page";
import { buttonClasses } from "@/components/ui/button-classes";

/** No such meeting, or not one of this workspace: said in the dashboard's frame, with the way back to those there are. */
export default async function MeetingNotFound() {
  const t = await getTranslations("Meetings");
  return (
    <MessagePage framed code="404" title={t("goneTitle")} text={t("goneText")}>
      <a className={buttonClasses()} href="/meetings">
        {t("toMeetings")}
      </a>
    </MessagePage>
  );
}
