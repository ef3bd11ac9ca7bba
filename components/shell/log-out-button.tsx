"use client";

import { LogOut } from "lucide-react";
import { signOut } from "next-auth/react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";

/** Ends this sign-in and goes to /login. */
export function LogOutButton() {
  const t = useTranslations("Shell");
  const [busy, setBusy] = useState(false);
  async function leave() {
    setBusy(true);
    try {
      await signOut({ redirect: false });
    } finally {
      // A full load: nothing of the session may stay in memory.
      window.location.assign("/login");
    }
  }
  return (
    <Button
      variant="ghost"
      size="icon"
      aria-label={t("logOut")}
      title={t("logOut")}
      aria-busy={busy}
      onClick={leave}
    >
      <LogOut aria-hidden />
    </Button>
  );
}
