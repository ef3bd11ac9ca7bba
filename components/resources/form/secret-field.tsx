"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";

/** A secret to be typed: hidden unless its writer wants to see it, and kept by no browser. */
export function SecretField(props: Omit<ComponentProps<"input">, "type">) {
  const t = useTranslations("Resources.form");
  const [shown, setShown] = useState(false);
  return (
    <span className="relative block">
      <Input
        type={shown ? "text" : "password"}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        data-1p-ignore
        className="pr-12 font-mono"
        {...props}
      />
      <Button
        variant="ghost"
        size="icon"
        className="absolute inset-y-0 right-1 my-auto"
        aria-label={shown ? t("hide") : t("show")}
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
      >
        {shown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
      </Button>
    </span>
  );
}
