import { BookOpen, Cpu, Inbox, QrCode, ShieldCheck, Users } from "lucide-react";
import { useTranslations } from "next-intl";

/** The rest of what a support team needs, in short. */
export function Features() {
  const t = useTranslations("Landing");
  const features = [
    { icon: ShieldCheck, title: t("more.lostTitle"), text: t("more.lostText") },
    { icon: Inbox, title: t("more.inboxTitle"), text: t("more.inboxText") },
    { icon: BookOpen, title: t("more.knowledgeTitle"), text: t("more.knowledgeText") },
    { icon: Users, title: t("more.teamTitle"), text: t("more.teamText") },
    { icon: QrCode, title: t("more.qrTitle"), text: t("more.qrText") },
    { icon: Cpu, title: t("more.modelTitle"), text: t("more.modelText") },
  ];
  return (
    <section aria-labelledby="more" className="border-t border-border py-16 sm:py-20">
      <h2 id="more" className="text-3xl font-semibold tracking-[-0.02em] text-balance">
        {t("moreTitle")}
      </h2>
      <ul className="mt-10 grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {features.map(({ icon: Icon, title, text }) => (
          <li key={title} className="rounded-2xl border border-border bg-card p-6 shadow-soft">
            <span className="grid size-10 place-items-center rounded-xl bg-accent text-accent-foreground">
              <Icon aria-hidden className="size-5" />
            </span>
            <h3 className="mt-4 font-semibold tracking-tight">{title}</h3>
            <p className="mt-2 text-[15px] leading-relaxed text-pretty text-muted-foreground">{text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
