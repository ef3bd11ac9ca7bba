"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { ContactData } from "@/components/data/contact-data";
import { DeleteWorkspace } from "@/components/data/delete-workspace";
import { RetentionForm } from "@/components/data/retention-form";
import { PageHead } from "@/components/settings/page-head";
import { SettingsSection } from "@/components/settings/settings-section";
import { Button } from "@/components/ui/button";
import type { DataSettingsView } from "@/server/domain/workspaces/schema";

/** What is kept, and how it is taken out or removed. */
export function DataScreen({ initial }: { initial: DataSettingsView }) {
  const t = useTranslations("Data");
  const { may } = initial;
  return (
    <div className="space-y-5">
      <PageHead title={t("title")} subtitle={t("subtitle")} />
      <SettingsSection id="contacts" title={t("contacts")} hint={t("contactsHint")}>
        <ContactData />
      </SettingsSection>
      <SettingsSection id="retention" title={t("retention")} hint={t("retentionHint")}>
        <RetentionForm days={initial.retentionDays} editable={may.retention} />
      </SettingsSection>
      {may.export && (
        <SettingsSection id="export" title={t("export")} hint={t("exportHint")}>
          <Button asChild variant="outline">
            <a href="/api/exports/workspace" download>
              <Download aria-hidden />
              {t("exportButton")}
            </a>
          </Button>
        </SettingsSection>
      )}
      {may.delete && (
        <SettingsSection id="delete" title={t("delete")} hint={t("deleteHint")}>
          <DeleteWorkspace name={initial.name} deletable={initial.deletable} />
        </SettingsSection>
      )}
    </div>
  );
}
