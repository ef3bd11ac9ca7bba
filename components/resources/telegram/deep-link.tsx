"use client";

import { Check, Copy, Download, ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import QRCode from "qrcode";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import type { PanelProps } from "@/server/providers/pages";

/** Telegram's limits of a start parameter: https://core.telegram.org/bots/features#deep-linking. */
const startParameter = /^[\w-]{0,64}$/;
const copiedMs = 2000;

/** The address by which customers reach the bot, told apart by a source, and its QR code. */
export function TelegramDeepLink({ resource: { username, world } }: PanelProps) {
  const t = useTranslations("Providers.telegram.link");
  const [source, setSource] = useState("");
  const [copied, setCopied] = useState(false);
  const valid = startParameter.test(source);
  const simulated = world === "simulator";
  const address = simulated
    ? "/simulator"
    : `https://t.me/${username}${source && valid ? `?start=${source}` : ""}`;
  if (!username) return null;
  const { path, size } = qrPath(simulated ? `${pageOrigin()}${address}` : address);
  const file = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><rect width="100%" height="100%" fill="#fff"/><path d="${path}"/></svg>`;
  return (
    <Card className="space-y-4 p-5 sm:p-6" aria-labelledby="deep-link">
      <div>
        <h2 id="deep-link" className="font-semibold tracking-tight">
          {t("title")}
        </h2>
        <p className="mt-1 text-sm leading-relaxed text-muted-foreground">
          {simulated ? t("simulatorHint") : t("hint")}
        </p>
      </div>
      {!simulated && (
        <div className="space-y-2">
          <Label htmlFor="deep-link-source">{t("source")}</Label>
          <Input
            id="deep-link-source"
            value={source}
            placeholder="instagram"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            aria-invalid={!valid || undefined}
            aria-describedby="deep-link-hint"
            onChange={({ target }) => setSource(target.value.trim())}
          />
          <p
            id="deep-link-hint"
            className={`text-[13px] ${valid ? "text-muted-foreground" : "text-destructive"}`}
          >
            {valid ? t("sourceHint") : t("sourceWrong")}
          </p>
        </div>
      )}
      <p className="rounded-lg bg-muted px-3 py-2 font-mono text-xs break-all">
        <span className="sr-only">{t("address")}: </span>
        {address}
      </p>
      <div className="mx-auto aspect-square w-44 overflow-hidden rounded-xl border border-border bg-white">
        <svg
          role="img"
          aria-label={t("qr", { address })}
          viewBox={`0 0 ${size} ${size}`}
          shapeRendering="crispEdges"
          suppressHydrationWarning
        >
          <path d={path} fill="#000" suppressHydrationWarning />
        </svg>
      </div>
      <div className="grid gap-2">
        {simulated ? (
          <Button asChild variant="outline" size="small">
            <a href="/simulator">
              <ExternalLink aria-hidden />
              {t("simulator")}
            </a>
          </Button>
        ) : (
          <Button
            variant="outline"
            size="small"
            disabled={!valid}
            onClick={async () => {
              await navigator.clipboard.writeText(address);
              setCopied(true);
              setTimeout(() => setCopied(false), copiedMs);
            }}
          >
            {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
            {copied ? t("copied") : t("copy")}
          </Button>
        )}
        <Button asChild variant="outline" size="small">
          <a
            href={`data:image/svg+xml;utf8,${encodeURIComponent(file)}`}
            suppressHydrationWarning
            download={`${username}.svg`}
          >
            <Download aria-hidden />
            {t("download")}
          </a>
        </Button>
      </div>
    </Card>
  );
}

/** White modules around a code, as scanners need them. */
const quiet = 4;

/** The dark modules of a QR code as one path, in units of a module, with its quiet zone. */
function qrPath(text: string): { path: string; size: number } {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  const rows = Array.from({ length: modules.size }, (_, row) => row);
  const path = rows
    .flatMap((row) => rows.map((column) => ({ row, column })))
    .filter(({ row, column }) => modules.get(row, column))
    .map(({ row, column }) => `M${column + quiet},${row + quiet}h1v1h-1z`)
    .join("");
  return { path, size: modules.size + 2 * quiet };
}

function pageOrigin(): string {
  return typeof window === "undefined" ? "" : window.location.origin;
}
