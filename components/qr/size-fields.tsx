"use client";

import { useTranslations } from "next-intl";
import { Choice } from "@/components/qr/choice";
import type { QrDesign } from "@/components/qr/qr-design";
import { RangeField } from "@/components/qr/range-field";
import { Label } from "@/components/ui/label";
import { Select } from "@/components/ui/select";

const pixels = [256, 512, 1024, 2048, 4096];
const resolutions = [150, 300, 600];
const firstMm = 40;

type SizeFieldsProps = { design: QrDesign; onChange: (change: Partial<QrDesign>) => void };

/** For a screen in pixels, for print in millimetres. */
export function SizeFields({ design, onChange }: SizeFieldsProps) {
  const t = useTranslations("Qr");
  const forPrint = design.mm !== null;
  return (
    <>
      <Choice
        label={t("use")}
        value={forPrint ? "print" : "screen"}
        onChange={(use) => onChange({ mm: use === "print" ? firstMm : null })}
        options={[
          { value: "screen", label: t("forScreen") },
          { value: "print", label: t("forPrint") },
        ]}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        {design.mm !== null ? (
          <>
            <RangeField
              id="qr-mm"
              label={t("width")}
              unit={t("mm")}
              min={10}
              max={170}
              value={design.mm}
              onChange={(mm) => onChange({ mm })}
            />
            <div className="space-y-1.5">
              <Label htmlFor="qr-dpi">{t("resolution")}</Label>
              <Select
                id="qr-dpi"
                value={design.dpi}
                onChange={(event) => onChange({ dpi: Number(event.target.value) })}
              >
                {resolutions.map((dpi) => (
                  <option key={dpi} value={dpi}>
                    {t("dpi", { dpi })}
                  </option>
                ))}
              </Select>
            </div>
          </>
        ) : (
          <div className="space-y-1.5">
            <Label htmlFor="qr-size">{t("width")}</Label>
            <Select
              id="qr-size"
              value={design.size}
              onChange={(event) => onChange({ size: Number(event.target.value) })}
            >
              {pixels.map((size) => (
                <option key={size} value={size}>
                  {t("pixels", { size: String(size) })}
                </option>
              ))}
            </Select>
          </div>
        )}
        <RangeField
          id="qr-margin"
          label={t("margin")}
          min={0}
          max={10}
          value={design.margin}
          onChange={(margin) => onChange({ margin })}
        />
      </div>
      {design.margin < 4 && <p className="text-sm text-muted-foreground">{t("marginHint")}</p>}
    </>
  );
}
