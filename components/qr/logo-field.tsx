"use client";

import { ImagePlus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type DragEvent, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";

/** As the server's limit; told before anything travels. */
const largestBytes = 2 * 1024 * 1024;

type LogoFieldProps = { logo: File | null; onChange: (logo: File | null) => void };

/** A logo by button or drop. */
export function LogoField({ logo, onChange }: LogoFieldProps) {
  const t = useTranslations("Qr");
  const [over, setOver] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [address, setAddress] = useState<string | null>(null);

  useEffect(() => {
    if (!logo) return setAddress(null);
    const made = URL.createObjectURL(logo);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [logo]);

  function take(file: File | undefined) {
    if (!file) return;
    if (!file.type.startsWith("image/")) return setProblem(t("errors.qr_logo_unreadable"));
    if (file.size > largestBytes) return setProblem(t("errors.qr_logo_too_large"));
    setProblem(null);
    onChange(file);
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  }

  return (
    <div>
      <p className="mb-1.5 text-sm font-medium">{t("logo")}</p>
      <div className="flex items-center gap-3">
        <label
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
          className={cn(
            "flex min-h-20 min-w-0 flex-1 cursor-pointer items-center gap-3.5 rounded-xl border border-dashed border-input/70 px-4 py-3 text-sm transition-colors focus-within:border-ring focus-within:ring-3 focus-within:ring-ring/30 hover:bg-muted",
            over && "border-primary bg-accent",
          )}
        >
          {address && logo ? (
            <span
              aria-hidden
              style={{ backgroundImage: `url(${address})` }}
              className="size-12 shrink-0 rounded-lg bg-muted bg-contain bg-center bg-no-repeat"
            />
          ) : (
            <ImagePlus aria-hidden className="size-5 shrink-0 text-muted-foreground" />
          )}
          <span className="min-w-0">
            <span className="block truncate font-medium" title={logo?.name}>
              {logo ? logo.name : t("logoChoose")}
            </span>
            <span className="block text-muted-foreground">{t("logoHint")}</span>
          </span>
          <input
            type="file"
            accept="image/png,image/jpeg,image/webp,image/svg+xml,image/gif"
            aria-label={t("logo")}
            className="sr-only"
            onChange={(event) => {
              take(event.target.files?.[0]);
              // The same file can be chosen again.
              event.target.value = "";
            }}
          />
        </label>
        {logo && (
          <Button variant="ghost" size="icon" aria-label={t("logoRemove")} onClick={() => onChange(null)}>
            <X aria-hidden />
          </Button>
        )}
      </div>
      {problem && (
        <p role="alert" className="mt-2 text-sm text-destructive">
          {problem}
        </p>
      )}
    </div>
  );
}
