"use client";

import { Check, Download, LoaderCircle, QrCode } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { QrDesign } from "@/components/qr/qr-design";
import { type QrOutcome, requestQr } from "@/components/qr/request-qr";
import { useQrPreview } from "@/components/qr/use-qr-preview";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";

const formats = ["png", "svg", "pdf", "zip"] as const;
const known = [
  "qr_contrast_low",
  "qr_inverted",
  "qr_logo_too_large",
  "qr_logo_unreadable",
  "qr_text_too_long",
  "qr_too_many_pixels",
  "qr_too_small",
  "qr_unreadable",
  "rate_limited",
  "offline",
] as const;

type QrPreviewCardProps = { text: string; design: QrDesign };

/** The code as it is now, whether it reads, and its files. */
export function QrPreviewCard({ text, design }: QrPreviewCardProps) {
  const t = useTranslations("Qr");
  const preview = useQrPreview(text, design);
  const [making, setMaking] = useState<(typeof formats)[number] | null>(null);
  const [refusal, setRefusal] = useState<QrOutcome | null>(null);
  const { outcome, address, busy } = preview;
  const failed = outcome && !outcome.ok ? outcome : refusal && !refusal.ok ? refusal : null;
  const isReady = outcome?.ok === true && address !== null && text !== "";

  async function download(format: (typeof formats)[number]) {
    setMaking(format);
    setRefusal(null);
    const made = await requestQr(text, design, format);
    setMaking(null);
    if (!made.ok) return setRefusal(made);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(made.file);
    link.download = `qr.${format}`;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  return (
    <Card aria-label={t("preview")} className="p-5 sm:p-6">
      <div
        aria-busy={busy}
        className={cn(
          "relative mx-auto grid aspect-square w-full place-items-center overflow-hidden rounded-xl border border-border max-lg:max-w-72",
          design.transparent
            ? "bg-[repeating-conic-gradient(#e7e7e7_0_25%,#fff_0_50%)] bg-[length:20px_20px]"
            : "bg-white",
        )}
      >
        {isReady ? (
          <span
            role="img"
            aria-label={t("picture")}
            style={{ backgroundImage: `url(${address})` }}
            className={cn(
              "absolute inset-0 bg-contain bg-center bg-no-repeat transition-opacity duration-150",
              busy && "opacity-60",
            )}
          />
        ) : (
          <span className="px-8 text-center text-sm text-neutral-600">
            <QrCode aria-hidden className="mx-auto mb-3 size-10 stroke-1 text-neutral-400" />
            {text === "" ? t("empty") : failed ? t("notMade") : t("making")}
          </span>
        )}
        {busy && (
          <LoaderCircle aria-hidden className="absolute top-3 right-3 size-4 animate-spin text-neutral-500" />
        )}
      </div>
      <div aria-live="polite" className="mt-4 min-h-11 text-sm">
        {failed ? (
          <Alert tone="destructive" title={wordsFor(failed)}>
            {failed.reason === "offline" && (
              <Button variant="outline" size="small" onClick={preview.retry}>
                {t("retry")}
              </Button>
            )}
          </Alert>
        ) : (
          isReady && (
            <p className="flex items-start gap-2 text-muted-foreground">
              <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-success" />
              {t("checked", { version: outcome.version, level: outcome.level })}
            </p>
          )
        )}
      </div>
      <div className="mt-4 grid grid-cols-2 gap-2">
        {formats.map((format) => (
          <Button
            key={format}
            variant={format === "png" ? "primary" : "outline"}
            disabled={!isReady || making !== null}
            aria-busy={making === format}
            onClick={() => download(format)}
          >
            <Download aria-hidden />
            {t("download", { format: format.toUpperCase() })}
          </Button>
        ))}
      </div>
    </Card>
  );

  function wordsFor({ reason, message, retryAfterSeconds }: Extract<QrOutcome, { ok: false }>): string {
    const code = known.find((each) => each === reason);
    if (!code) return message || t("errors.internal");
    return t(`errors.${code}`, { seconds: retryAfterSeconds ?? 60 });
  }
}
