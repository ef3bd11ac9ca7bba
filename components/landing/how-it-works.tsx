import { useTranslations } from "next-intl";

/** Three steps from a question to an answer. */
export function HowItWorks() {
  const t = useTranslations("Landing");
  const steps = [
    { title: t("how.askTitle"), text: t("how.askText") },
    { title: t("how.answerTitle"), text: t("how.answerText") },
    { title: t("how.humanTitle"), text: t("how.humanText") },
  ];
  return (
    <section aria-labelledby="how" className="border-t border-border py-16 sm:py-20">
      <h2 id="how" className="text-3xl font-semibold tracking-[-0.02em] text-balance">
        {t("howTitle")}
      </h2>
      <ol className="mt-10 grid gap-8 md:grid-cols-3 lg:gap-12">
        {steps.map(({ title, text }, index) => (
          <li key={title}>
            <span
              aria-hidden
              className="grid size-8 place-items-center rounded-full bg-accent text-sm font-semibold text-accent-foreground"
            >
              {index + 1}
            </span>
            <h3 className="mt-4 font-semibold tracking-tight text-balance">{title}</h3>
            <p className="mt-2 text-[15px] leading-relaxed text-pretty text-muted-foreground">{text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
