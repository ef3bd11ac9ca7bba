"use client";

import { useTranslations } from "next-intl";
import { InviteFile } from "@/components/meetings/invite-file";
import { InviteList } from "@/components/meetings/invite-list";
import { InviteOne } from "@/components/meetings/invite-one";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";

type InviteDialogProps = { meetingId: number; open: boolean; onClose: () => void };

/** Invites people: one, a pasted list or a file. */
export function InviteDialog({ meetingId, open, onClose }: InviteDialogProps) {
  const t = useTranslations("Meetings");
  return (
    <Dialog open={open} onOpenChange={(next) => !next && onClose()}>
      <DialogContent
        title={t("inviteTitle")}
        closeLabel={t("close")}
        className="max-w-xl"
        onOpenAutoFocus={(event) => {
          // The name is what most come to write; the tabs stand a step before it.
          const field = event.target instanceof HTMLElement ? event.target.querySelector("input") : null;
          if (!field) return;
          event.preventDefault();
          field.focus();
        }}
      >
        <Tabs defaultValue="one">
          <TabsList aria-label={t("inviteHow")}>
            <TabsTrigger value="one">{t("inviteOne")}</TabsTrigger>
            <TabsTrigger value="list">{t("inviteList")}</TabsTrigger>
            <TabsTrigger value="file">{t("inviteFile")}</TabsTrigger>
          </TabsList>
          <TabsContent value="one" className="pt-5 outline-none">
            <InviteOne meetingId={meetingId} />
          </TabsContent>
          <TabsContent value="list" className="pt-5 outline-none">
            <InviteList meetingId={meetingId} onClose={onClose} />
          </TabsContent>
          <TabsContent value="file" className="pt-5 outline-none">
            <InviteFile meetingId={meetingId} onClose={onClose} />
          </TabsContent>
        </Tabs>
      </DialogContent>
    </Dialog>
  );
}
