import { BookOpen, Headset } from "lucide-react";
import { useTranslations } from "next-intl";

/** A small conversation that shows what the product does: an answer with its source, then a person. */
export function ConversationPreview() {
  const t = useTranslations("Login");
  const own = "ml-auto max-w-[85%] rounded-2xl rounded-br-md bg-primary px-4 py-2.5 text-primary-foreground";
  const theirs = "max-w-[88%] rounded-2xl rounded-bl-md bg-muted px-4 py-2.5";
  return (
    <figure className="w-full rounded-3xl border border-border bg-card p-5 shadow-lifted sm:p-6">
      <div className="flex flex-col gap-3 text-[15px] leading-snug">
        <p className={own}>{t("asideQuestion")}</p>
        <div className={theirs}>
          <p>{t("asideAnswer")}</p>
          <p className="mt-2 inline-flex items-center gap-1.5 rounded-full bg-card px-2.5 py-1 text-xs font-medium text-accent-foreground">
            <BookOpen aria-hidden className="size-3.5" />
            {t("asideSource")}
          </p>
        </div>
        <p className={own}>{t("asideSecondQuestion")}</p>
        <p className={theirs}>{t("asideOffer")}</p>
        <p className="mt-1 inline-flex items-center justify-center gap-2 text-xs text-muted-foreground">
          <Headset aria-hidden className="size-3.5" />
          {t("asideManager")}
        </p>
        <p className={theirs}>{t("asideManagerAnswer")}</p>
      </div>
    </figure>
  );
}
