import { BookOpen, CircleCheck, CircleX } from "lucide-react";
import { useTranslations } from "next-intl";
import { StoryPart } from "@/components/landing/story-part";

/** An answer beside its quote, and the sentence that had none. */
export function GroundedPart() {
  const t = useTranslations("Landing");
  return (
    <StoryPart
      id="grounded"
      title={t("groundedTitle")}
      text={t("groundedText")}
      points={[t("groundedPoints.a"), t("groundedPoints.b"), t("groundedPoints.c")]}
    >
      <figure className="rounded-2xl border border-border bg-card p-5 shadow-soft sm:p-6">
        <p className="rounded-2xl rounded-bl-md bg-muted px-4 py-2.5">{t("quoteAnswer")}</p>
        <blockquote className="mt-3 ml-4 border-l-2 border-primary pl-4 text-sm">
          <p className="flex items-center gap-1.5 text-xs font-medium text-muted-foreground">
            <BookOpen aria-hidden className="size-3.5" />
            {t("quoteFrom")}
          </p>
          <p className="mt-1.5 leading-relaxed">{t("quoteSource")}</p>
        </blockquote>
        <p className="mt-3 flex items-center gap-2 text-sm font-medium text-success">
          <CircleCheck aria-hidden className="size-4" />
          {t("quoteChecked")}
        </p>
        <div className="mt-5 border-t border-dashed border-border pt-5">
          <p className="rounded-2xl rounded-bl-md border border-dashed border-border px-4 py-2.5 text-muted-foreground line-through decoration-1">
            {t("quoteInvented")}
          </p>
          <p className="mt-3 flex items-center gap-2 text-sm font-medium text-destructive">
            <CircleX aria-hidden className="size-4" />
            {t("quoteRejected")}
          </p>
        </div>
      </figure>
    </StoryPart>
  );
}
