"use client";

import { ArrowRight, Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { type LoginOutcome, logIn } from "@/components/login/log-in";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";

type Trouble = Exclude<LoginOutcome, { ok: true }> & { demo: boolean };
type LoginFormProps = { next: string; demo: boolean };

/** E-mail and password, or the demo with one click; leads to `next`. */
export function LoginForm({ next, demo }: LoginFormProps) {
  const t = useTranslations("Login");
  const [busy, setBusy] = useState<"password" | "demo" | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [missing, setMissing] = useState<{ email?: boolean; password?: boolean }>({});
  const [shown, setShown] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  async function attempt(kind: "password" | "demo", credentials: Record<string, string>) {
    setBusy(kind);
    setTrouble(null);
    const outcome = await logIn(credentials);
    if (outcome.ok) {
      // A full load: what was rendered for a stranger must not be reused.
      window.location.assign(next);
      return;
    }
    setTrouble({ ...outcome, demo: kind === "demo" });
    setBusy(null);
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const email = String(data.get("email") ?? "").trim();
    const password = String(data.get("password") ?? "");
    setMissing({ email: !email, password: !password });
    if (email && password) void attempt("password", { email, password });
    else form.current?.querySelector<HTMLInputElement>(email ? "#password" : "#email")?.focus();
  }

  return (
    <div className="mt-8">
      {trouble && <TroubleAlert trouble={trouble} />}
      <form ref={form} noValidate onSubmit={submit} className="space-y-5">
        <div className="space-y-2">
          <Label htmlFor="email">{t("email")}</Label>
          <Input
            id="email"
            name="email"
            type="email"
            autoComplete="username"
            inputMode="email"
            autoCapitalize="none"
            spellCheck={false}
            aria-invalid={missing.email || undefined}
            aria-describedby={missing.email ? "email-missing" : undefined}
          />
          {missing.email && <FieldError id="email-missing">{t("emailMissing")}</FieldError>}
        </div>
        <div className="space-y-2">
          <Label htmlFor="password">{t("password")}</Label>
          <div className="relative">
            <Input
              id="password"
              name="password"
              type={shown ? "text" : "password"}
              autoComplete="current-password"
              className="pr-11"
              aria-invalid={missing.password || undefined}
              aria-describedby={missing.password ? "password-missing" : undefined}
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
          {missing.password && <FieldError id="password-missing">{t("passwordMissing")}</FieldError>}
        </div>
        <Button type="submit" className="w-full" disabled={busy !== null} aria-busy={busy === "password"}>
          {busy === "password" ? t("submitting") : t("submit")}
        </Button>
      </form>
      {demo && (
        <>
          <div className="my-6 flex items-center gap-4 text-xs text-muted-foreground">
            <span className="h-px flex-1 bg-border" />
            {t("or")}
            <span className="h-px flex-1 bg-border" />
          </div>
          <Button
            variant="outline"
            className="w-full"
            disabled={busy !== null}
            aria-busy={busy === "demo"}
            onClick={() => attempt("demo", { demo: "1" })}
          >
            {busy === "demo" ? t("submitting") : t("tryDemo")}
            <ArrowRight aria-hidden />
          </Button>
          <p className="mt-3 text-center text-sm text-balance text-muted-foreground">{t("demoHint")}</p>
        </>
      )}
    </div>
  );
}

function FieldError({ id, children }: { id: string; children: string }) {
  return (
    <p id={id} className="text-sm text-destructive">
      {children}
    </p>
  );
}

function TroubleAlert({ trouble }: { trouble: Trouble }) {
  const t = useTranslations("Login");
  const minutes = Math.ceil((trouble.retryAfterSeconds ?? 60) / 60);
  const words = {
    wrong: trouble.demo ? [t("demoClosed"), t("demoClosedHint")] : [t("wrong"), t("wrongHint")],
    rate_limited: [t("tooMany"), t("tooManyHint", { minutes })],
    offline: [t("offline"), t("offlineHint")],
  };
  const [title, hint] = words[trouble.reason];
  return (
    <Alert live tone="destructive" title={title} className="mb-6">
      {hint}
    </Alert>
  );
}
