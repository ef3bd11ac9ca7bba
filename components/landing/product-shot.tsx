import { BookOpen, Headset } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";

/** The inbox as it looks at work, drawn instead of photographed: sharp on every screen, in both themes and languages. */
export function ProductShot() {
  const t = useTranslations("Landing");
  const words = useTranslations("Login");
  const rows = [
    { name: "James Whitfield", text: t("shotRows.first"), state: t("shotManager"), tone: "accent" },
    { name: "Мария Орлова", text: t("shotRows.second"), state: t("shotWaiting"), tone: "warning" },
    { name: "Jelena Petrović", text: t("shotRows.third"), state: t("shotAssistant"), tone: "neutral" },
  ] as const;
  const own = "w-fit max-w-[80%] rounded-2xl rounded-bl-md bg-muted px-3.5 py-2";
  const answer =
    "ml-auto w-fit max-w-[85%] rounded-2xl rounded-br-md bg-accent px-3.5 py-2 text-accent-foreground";
  return (
    <figure
      aria-label={t("shotLabel")}
      className="mx-auto mt-14 max-w-5xl overflow-hidden rounded-2xl border border-border bg-card text-left shadow-lifted sm:mt-16"
    >
      <div aria-hidden className="flex h-9 items-center gap-1.5 border-b border-border bg-muted/60 px-4">
        {["a", "b", "c"].map((dot) => (
          <span key={dot} className="size-2.5 rounded-full bg-muted-foreground/25" />
        ))}
      </div>
      <div className="grid md:grid-cols-[17rem_1fr]">
        <div className="hidden border-r border-border p-3 md:block">
          <p className="px-2 py-1.5 text-sm font-semibold tracking-tight">{t("shotInbox")}</p>
          <ul className="mt-1 space-y-0.5">
            {rows.map(({ name, text, state, tone }, index) => (
              <li key={name} className={`rounded-xl px-2.5 py-2.5 ${index === 0 ? "bg-muted" : ""}`}>
                <p className="flex items-center justify-between gap-2 text-sm font-medium">
                  <span className="truncate">{name}</span>
                  <Badge tone={tone} className="px-2 py-0.5 text-[11px]">
                    {state}
                  </Badge>
                </p>
                <p className="mt-0.5 truncate text-xs text-muted-foreground">{text}</p>
              </li>
            ))}
          </ul>
        </div>
        <div className="flex flex-col gap-3 p-4 text-sm leading-snug sm:p-6 sm:text-[15px]">
          <p className={own}>{words("asideQuestion")}</p>
          <div className={answer}>
            <p>{words("asideAnswer")}</p>
            <p className="mt-2 inline-flex items-center gap-1.5 rounded-full bg-card px-2.5 py-1 text-xs font-medium text-foreground">
              <BookOpen aria-hidden className="size-3.5" />
              {words("asideSource")}
            </p>
          </div>
          <p className={own}>{words("asideSecondQuestion")}</p>
          <p className={answer}>{words("asideOffer")}</p>
          <p className="inline-flex items-center justify-center gap-2 py-1 text-xs text-muted-foreground">
            <Headset aria-hidden className="size-3.5" />
            {words("asideManager")}
          </p>
          <p className="ml-auto w-fit max-w-[85%] rounded-2xl rounded-br-md bg-primary px-3.5 py-2 text-primary-foreground">
            {words("asideManagerAnswer")}
          </p>
        </div>
      </div>
    </figure>
  );
}
