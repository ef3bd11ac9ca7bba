"use client";

import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { FormField } from "@/components/login/form-field";
import { GoogleButton } from "@/components/login/google-button";
import { logIn } from "@/components/login/log-in";
import { LoginTrouble, type Trouble } from "@/components/login/login-trouble";
import { OrLine } from "@/components/login/or-line";
import { PasswordField } from "@/components/login/password-field";
import { Button } from "@/components/ui/button";

type LoginFormProps = { next: string; demo: boolean; google: boolean };
type Missing = { email?: boolean; password?: boolean; code?: boolean };

/** E-mail and password, then a code where the account asks for one; Google; or the demo. Leads to `next`. */
export function LoginForm({ next, demo, google }: LoginFormProps) {
  const t = useTranslations("Login");
  const [busy, setBusy] = useState<"password" | "demo" | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [missing, setMissing] = useState<Missing>({});
  /** What is proven already while only the code is missing: e-mail and password, or the ticket of a Google sign-in. */
  const [proven, setProven] = useState<Record<string, string> | null>(null);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    const ticket = /^#ticket=(.+)$/.exec(window.location.hash)?.[1];
    if (!ticket) return;
    window.history.replaceState(null, "", window.location.pathname + window.location.search);
    setProven({ ticket });
  }, []);
  useEffect(() => {
    if (proven) form.current?.querySelector<HTMLInputElement>("#code")?.focus();
  }, [proven]);

  async function attempt(kind: "password" | "demo", credentials: Record<string, string>) {
    setBusy(kind);
    setTrouble(null);
    const outcome = await logIn(credentials);
    if (outcome.ok) {
      // A full load: what was rendered for a stranger must not be reused.
      window.location.assign(next);
      return;
    }
    setBusy(null);
    if (outcome.reason === "totp_required" && !proven) return setProven(credentials);
    if (outcome.reason === "ticket_expired") setProven(null);
    setTrouble({ ...outcome, demo: kind === "demo", email: credentials.email ?? "" });
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const value = (name: string) => String(data.get(name) ?? "");
    const fields: Record<string, string> = proven
      ? { code: value("code").trim() }
      : { email: value("email").trim(), password: value("password") };
    const empty = Object.keys(fields).filter((name) => !fields[name]);
    setMissing(Object.fromEntries(empty.map((name) => [name, true])));
    if (empty.length === 0) void attempt("password", { ...proven, ...fields });
    else form.current?.querySelector<HTMLInputElement>(`#${empty[0]}`)?.focus();
  }

  const query = next === "/resources" ? "" : `?${new URLSearchParams({ next })}`;
  return (
    <div className="mt-8">
      {trouble && <LoginTrouble trouble={trouble} next={next} />}
      <form ref={form} method="post" noValidate onSubmit={submit} className="space-y-5">
        {proven ? (
          <FormField
            name="code"
            label={t("code")}
            hint={t("codeHint")}
            autoComplete="one-time-code"
            autoCapitalize="characters"
            spellCheck={false}
            problem={missing.code ? t("codeMissing") : null}
          />
        ) : (
          <>
            <FormField
              name="email"
              label={t("email")}
              type="email"
              autoComplete="username"
              inputMode="email"
              autoCapitalize="none"
              spellCheck={false}
              problem={missing.email ? t("emailMissing") : null}
            />
            <PasswordField
              name="password"
              label={t("password")}
              autoComplete="current-password"
              problem={missing.password ? t("passwordMissing") : null}
            />
          </>
        )}
        <Button type="submit" className="w-full" disabled={busy !== null} aria-busy={busy === "password"}>
          {busy === "password" ? t("submitting") : t("submit")}
        </Button>
      </form>
      <div className="mt-4 flex flex-wrap justify-between gap-x-4 gap-y-2 text-sm">
        {proven ? (
          <button
            type="button"
            className="rounded font-medium text-primary underline-offset-4 hover:underline"
            onClick={() => setProven(null)}
          >
            {t("startOver")}
          </button>
        ) : (
          <>
            <Link
              href={`/forgot${query}`}
              className="rounded font-medium text-primary underline-offset-4 hover:underline"
            >
              {t("forgot")}
            </Link>
            <Link
              href={`/register${query}`}
              className="rounded font-medium text-primary underline-offset-4 hover:underline"
            >
              {t("createAccount")}
            </Link>
          </>
        )}
      </div>
      {!proven && (google || demo) && <OrLine />}
      {!proven && google && <GoogleButton next={next} />}
      {!proven && demo && (
        <>
          <Button
            variant="outline"
            className="mt-3 w-full"
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
