"use client";

import { Copy, Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";

/** The recovery codes, this once; to be copied or kept as a file. */
export function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const t = useTranslations("Security");
  const [copied, setCopied] = useState<boolean | null>(null);
  const text = `AssistChat\n${codes.join("\n")}\n`;
  async function copy() {
    // Without https a browser has no clipboard to write to.
    const done = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    setCopied(done ?? false);
  }
  return (
    <div className="space-y-4">
      <Alert live tone="warning" title={t("codesTitle")}>
        {t("codesHint")}
      </Alert>
      <ul aria-label={t("recoveryCodes")} className="grid gap-2 font-mono text-sm sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code} className="rounded-lg bg-muted px-3 py-2">
            {code}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        <Button size="small" variant="outline" onClick={copy}>
          <Copy aria-hidden />
          {t("copy")}
        </Button>
        <Button asChild size="small" variant="outline">
          <a
            href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
            download="assistchat-recovery-codes.txt"
          >
            <Download aria-hidden />
            {t("download")}
          </a>
        </Button>
        <Button size="small" onClick={onDone}>
          {t("codesKept")}
        </Button>
      </div>
      <p role="status" className="text-sm text-muted-foreground empty:hidden">
        {copied === null ? null : copied ? t("copied") : t("notCopied")}
      </p>
    </div>
  );
}
