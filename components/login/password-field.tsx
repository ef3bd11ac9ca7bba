"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";

type PasswordFieldProps = {
  name: string;
  label: string;
  autoComplete: "current-password" | "new-password";
  hint?: string;
  problem?: string | null;
};

/** A password that can be shown. */
export function PasswordField({ name, label, autoComplete, hint, problem }: PasswordFieldProps) {
  const t = useTranslations("Login");
  const [shown, setShown] = useState(false);
  const described = [problem ? `${name}-problem` : null, hint ? `${name}-hint` : null].filter(Boolean);
  return (
    <div className="space-y-2">
      <Label htmlFor={name}>{label}</Label>
      <div className="relative">
        <Input
          id={name}
          name={name}
          type={shown ? "text" : "password"}
          autoComplete={autoComplete}
          className="pr-11"
          aria-invalid={problem ? true : undefined}
          aria-describedby={described.join(" ") || undefined}
        />
        <Button
          variant="ghost"
          size="icon"
          className="absolute top-1 right-1"
          aria-label={shown ? t("hidePassword") : t("showPassword")}
          onClick={() => setShown(!shown)}
        >
          {shown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
        </Button>
      </div>
      {problem && (
        <p id={`${name}-problem`} className="text-sm text-destructive">
          {problem}
        </p>
      )}
      {hint && (
        <p id={`${name}-hint`} className="text-sm text-muted-foreground">
          {hint}
        </p>
      )}
    </div>
  );
}
