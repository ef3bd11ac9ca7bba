import { useTranslations } from "next-intl";
import { StoryPart } from "@/components/landing/story-part";

/** A customer's topic in the managers' group, with its card. */
export function HandoffPart() {
  const t = useTranslations("Landing");
  const buttons = [t("topicTake"), t("topicBack"), t("topicClose")];
  return (
    <StoryPart
      mirrored
      id="handoff"
      title={t("handoffTitle")}
      text={t("handoffText")}
      points={[t("handoffPoints.a"), t("handoffPoints.b"), t("handoffPoints.c")]}
    >
      <figure className="rounded-2xl border border-border bg-card shadow-soft">
        <p className="border-b border-border px-5 py-3 text-sm font-semibold tracking-tight">
          {t("topicGroup")}
        </p>
        <div className="grid sm:grid-cols-[9rem_1fr]">
          <ul className="flex gap-1 overflow-hidden border-b border-border p-2 text-sm sm:flex-col sm:border-r sm:border-b-0">
            <li className="truncate rounded-lg bg-accent px-3 py-2 font-medium text-accent-foreground">
              {t("topicClient")}
            </li>
            <li className="truncate rounded-lg px-3 py-2 text-muted-foreground">Мария Орлова</li>
            <li className="truncate rounded-lg px-3 py-2 text-muted-foreground max-sm:hidden">
              Jelena Petrović
            </li>
          </ul>
          <div className="p-4 text-sm sm:p-5">
            <div className="rounded-2xl rounded-tl-md bg-muted px-4 py-3 leading-relaxed">
              <p className="font-semibold">{t("topicClient")}</p>
              <p className="text-muted-foreground">{t("topicReason")}</p>
              <p className="mt-2">{t("topicSummary")}</p>
            </div>
            <ul className="mt-2 flex flex-wrap gap-1.5">
              {buttons.map((button) => (
                <li
                  key={button}
                  className="min-w-fit flex-1 rounded-lg border border-border px-2 py-1.5 text-center text-xs font-medium text-accent-foreground"
                >
                  {button}
                </li>
              ))}
            </ul>
            <p className="mt-4 ml-auto w-fit rounded-2xl rounded-br-md bg-primary px-4 py-2 text-primary-foreground">
              <ManagerAnswer />
            </p>
          </div>
        </div>
      </figure>
    </StoryPart>
  );
}

function ManagerAnswer() {
  return useTranslations("Login")("asideManagerAnswer");
}
