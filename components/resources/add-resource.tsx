"use client";

import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConnectAccount } from "@/components/resources/connect-account";
import { ProviderIcon } from "@/components/resources/provider-icon";
import { useProviderWords } from "@/components/resources/use-provider-words";
import type { ProviderOffer } from "@/server/domain/resources/schema";

type AddResourceProps = { providers: ProviderOffer[]; chosen: string | null };

/** The way to a new resource: choose a provider, connect the account, see what was found, add it. */
export function AddResource({ providers, chosen }: AddResourceProps) {
  const t = useTranslations("Resources");
  const [slug, setSlug] = useState(chosen);
  const offer = providers.find((one) => one.slug === slug);
  return (
    <div className="mx-auto max-w-2xl">
      <Link
        href="/resources"
        className="inline-flex items-center gap-1.5 rounded text-sm text-muted-foreground hover:text-foreground"
      >
        <ArrowLeft aria-hidden className="size-4" />
        {t("back")}
      </Link>
      <h1 className="mt-4 text-2xl font-semibold tracking-[-0.02em]">{t("wizard.title")}</h1>
      <p className="mt-1.5 text-muted-foreground">{t("wizard.subtitle")}</p>
      <div className="mt-8">
        {offer ? (
          <ConnectAccount key={offer.slug} offer={offer} onBack={() => setSlug(null)} />
        ) : (
          <section aria-labelledby="choose">
            <h2 id="choose" className="font-semibold tracking-tight">
              {t("wizard.choose")}
            </h2>
            <ul className="mt-4 space-y-3">
              {providers.map((one) => (
                <li key={one.slug}>
                  <ProviderChoice slug={one.slug} onChoose={() => setSlug(one.slug)} />
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </div>
  );
}

function ProviderChoice({ slug, onChoose }: { slug: string; onChoose: () => void }) {
  const words = useProviderWords(slug);
  return (
    <button
      type="button"
      onClick={onChoose}
      className="flex w-full items-start gap-4 rounded-2xl border border-border bg-card p-5 text-left shadow-soft transition-colors hover:border-input hover:bg-muted/50"
    >
      <ProviderIcon provider={slug} />
      <span className="min-w-0">
        <span className="block font-semibold tracking-tight">{words.name}</span>
        <span className="mt-1 block text-sm leading-relaxed text-muted-foreground">
          {words.find("about")}
        </span>
      </span>
    </button>
  );
}
