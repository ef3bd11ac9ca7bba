"use client";

import { useTranslations } from "next-intl";
import { Choice } from "@/components/qr/choice";
import { ColourField } from "@/components/qr/colour-field";
import { LogoField } from "@/components/qr/logo-field";
import type { QrDesign } from "@/components/qr/qr-design";
import { RangeField } from "@/components/qr/range-field";
import { EyePicture, ModulesPicture } from "@/components/qr/style-pictures";
import { Label } from "@/components/ui/label";
import { Switch } from "@/components/ui/switch";

type LookFieldsProps = { design: QrDesign; onChange: (change: Partial<QrDesign>) => void };

/** Style, colours and logo. */
export function LookFields({ design, onChange }: LookFieldsProps) {
  const t = useTranslations("Qr");
  return (
    <>
      <div className="space-y-5">
        <Choice
          label={t("modules")}
          value={design.modules}
          onChange={(modules) => onChange({ modules })}
          options={[
            { value: "square", label: t("square"), picture: <ModulesPicture radius={0} /> },
            { value: "rounded", label: t("rounded"), picture: <ModulesPicture radius={1.2} /> },
            { value: "dots", label: t("dots"), picture: <ModulesPicture radius={2} /> },
          ]}
        />
        <Choice
          label={t("eyes")}
          value={design.eyes}
          onChange={(eyes) => onChange({ eyes })}
          options={[
            { value: "square", label: t("square"), picture: <EyePicture radius={0} /> },
            { value: "rounded", label: t("rounded"), picture: <EyePicture radius={3.5} /> },
            { value: "circle", label: t("circle"), picture: <EyePicture radius={6} /> },
          ]}
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-3">
        <ColourField
          id="qr-dark"
          label={t("dark")}
          value={design.dark}
          // The corners follow until they were given a colour of their own.
          onChange={(dark) =>
            onChange(design.eyeColour === design.dark ? { dark, eyeColour: dark } : { dark })
          }
        />
        <ColourField
          id="qr-eye-colour"
          label={t("eyeColour")}
          value={design.eyeColour}
          onChange={(eyeColour) => onChange({ eyeColour })}
        />
        <ColourField
          id="qr-light"
          label={t("light")}
          value={design.light}
          disabled={design.transparent}
          onChange={(light) => onChange({ light })}
        />
      </div>
      <div className="flex items-center gap-3">
        <Switch
          id="qr-transparent"
          checked={design.transparent}
          onCheckedChange={(transparent) => onChange({ transparent })}
        />
        <Label htmlFor="qr-transparent">{t("transparent")}</Label>
      </div>
      <LogoField logo={design.logo} onChange={(logo) => onChange({ logo })} />
      {design.logo && (
        <RangeField
          id="qr-logo-area"
          label={t("logoArea")}
          unit="%"
          min={2}
          max={12}
          value={Math.round(design.logoArea * 100)}
          onChange={(percent) => onChange({ logoArea: percent / 100 })}
        />
      )}
    </>
  );
}
