"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ContentFields } from "@/components/qr/content-fields";
import { LookFields } from "@/components/qr/look-fields";
import { type Preset, presetText } from "@/components/qr/preset-text";
import { firstDesign, type QrDesign } from "@/components/qr/qr-design";
import { QrPreviewCard } from "@/components/qr/qr-preview-card";
import { SizeFields } from "@/components/qr/size-fields";
import { Card } from "@/components/ui/card";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";

const presets: { [Kind in Preset["kind"]]: Extract<Preset, { kind: Kind }> } = {
  url: { kind: "url", url: "" },
  text: { kind: "text", text: "" },
  wifi: { kind: "wifi", network: "", password: "", security: "WPA", hidden: false },
  vcard: { kind: "vcard", name: "", phone: "", email: "", company: "", role: "", site: "" },
  telegram: { kind: "telegram", bot: "", source: "" },
};
const kinds = Object.keys(presets) as Preset["kind"][];

/** Makes a QR code: what it carries, how it looks, how large it is; shown at every change. */
export function QrStudio() {
  const t = useTranslations("Qr");
  // What was typed for one preset is still there when the person comes back to it.
  const [filled, setFilled] = useState<Record<Preset["kind"], Preset>>(presets);
  const [kind, setKind] = useState<Preset["kind"]>("url");
  const [design, setDesign] = useState<QrDesign>(firstDesign);
  const change = (part: Partial<QrDesign>) => setDesign((before) => ({ ...before, ...part }));

  return (
    <div className="mt-8 grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      {/* On a phone the code comes right after what it carries. */}
      <div className="max-lg:contents lg:space-y-6">
        <Card aria-labelledby="qr-content" className="p-5 max-lg:-order-2 sm:p-6">
          <h2 id="qr-content" className="font-semibold tracking-tight">
            {t("content")}
          </h2>
          <Tabs
            value={kind}
            onValueChange={(value) => setKind(kinds.find((each) => each === value) ?? "url")}
            className="mt-2"
          >
            <TabsList aria-label={t("content")}>
              {kinds.map((each) => (
                <TabsTrigger key={each} value={each}>
                  {t(`preset.${each}`)}
                </TabsTrigger>
              ))}
            </TabsList>
            {kinds.map((each) => (
              <TabsContent key={each} value={each} className="pt-5">
                <ContentFields
                  preset={filled[each]}
                  onChange={(preset) => setFilled((before) => ({ ...before, [each]: preset }))}
                />
              </TabsContent>
            ))}
          </Tabs>
        </Card>
        <Card aria-labelledby="qr-look" className="space-y-5 p-5 sm:p-6">
          <h2 id="qr-look" className="font-semibold tracking-tight">
            {t("look")}
          </h2>
          <LookFields design={design} onChange={change} />
        </Card>
        <Card aria-labelledby="qr-size-title" className="space-y-5 p-5 sm:p-6">
          <h2 id="qr-size-title" className="font-semibold tracking-tight">
            {t("sizeTitle")}
          </h2>
          <SizeFields design={design} onChange={change} />
        </Card>
      </div>
      <div className="max-lg:-order-1 lg:sticky lg:top-22">
        <QrPreviewCard text={presetText(filled[kind])} design={design} />
      </div>
    </div>
  );
}
