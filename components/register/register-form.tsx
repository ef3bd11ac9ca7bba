"use client";

import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { type AskTrouble, askAccount } from "@/components/login/ask-account";
import { AskTroubleAlert } from "@/components/login/ask-trouble-alert";
import { FormField } from "@/components/login/form-field";
import { GoogleButton } from "@/components/login/google-button";
import { OrLine } from "@/components/login/or-line";
import { PasswordField } from "@/components/login/password-field";
import { CheckMail } from "@/components/register/check-mail";
import { Button } from "@/components/ui/button";

type RegisterFormProps = { next: string; email: string; google: boolean; letters: "mail" | "console" };
type Problems = Partial<Record<"name" | "email" | "password" | "setupCode", string>>;

/** Name, e-mail and password; then the page says to look into the mail, whoever has the address. */
export function RegisterForm({ next, email: givenEmail, google, letters }: RegisterFormProps) {
  const t = useTranslations("Account");
  const locale = useLocale();
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<Problems>({});
  const [trouble, setTrouble] = useState<AskTrouble | null>(null);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);

  function show(found: Problems) {
    setProblems(found);
    const [first] = Object.keys(found);
    if (first) form.current?.querySelector<HTMLInputElement>(`#${first}`)?.focus();
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const value = (name: string) => String(data.get(name) ?? "").trim();
    const [name, email, setupCode] = [value("name"), value("email"), value("setupCode")];
    const password = String(data.get("password") ?? "");
    const found: Problems = {
      ...(!name && { name: t("nameMissing") }),
      ...(!/^\S+@\S+\.\S+$/.test(email) && { email: t("emailWrong") }),
      ...(!password && { password: t("password.missing") }),
    };
    show(found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    setTrouble(null);
    const outcome = await askAccount((account) =>
      account.register.mutate({ name, email, password, locale, next, ...(setupCode && { setupCode }) }),
    );
    setBusy(false);
    if (!outcome.ok) return setTrouble(outcome.trouble);
    if (outcome.answer.ok) return setSentTo(email);
    const words = outcome.answer.problems.map(({ field, problem }) => [
      field,
      problem === "wrong" ? t("setupCodeWrong") : t(`password.${problem}`),
    ]);
    show(Object.fromEntries(words));
  }

  if (sentTo) return <CheckMail letters={letters} text={t("registerSent", { email: sentTo })} />;
  const query = new URLSearchParams({ next });
  return (
    <div className="mt-8">
      <AskTroubleAlert trouble={trouble} />
      <form ref={form} method="post" noValidate onSubmit={submit} className="space-y-5">
        <FormField
          name="name"
          label={t("name")}
          autoComplete="name"
          maxLength={100}
          problem={problems.name}
        />
        <FormField
          name="email"
          label={t("email")}
          type="email"
          autoComplete="username"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={givenEmail}
          problem={problems.email}
        />
        <PasswordField
          name="password"
          label={t("passwordLabel")}
          autoComplete="new-password"
          hint={t("passwordHint")}
          problem={problems.password}
        />
        <details open={problems.setupCode ? true : undefined} className="group text-sm">
          <summary className="cursor-pointer rounded text-muted-foreground hover:text-foreground">
            {t("setupCodeQuestion")}
          </summary>
          <div className="mt-3">
            <FormField
              name="setupCode"
              label={t("setupCode")}
              hint={t("setupCodeHint")}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              problem={problems.setupCode}
            />
          </div>
        </details>
        <Button type="submit" className="w-full" disabled={busy} aria-busy={busy}>
          {busy ? t("registering") : t("register")}
        </Button>
      </form>
      {google && (
        <>
          <OrLine />
          <GoogleButton next={next} />
        </>
      )}
      <p className="mt-6 text-sm text-muted-foreground">
        {t("haveAccount")}{" "}
        <Link
          href={`/login?${query}`}
          className="rounded font-medium text-primary underline-offset-4 hover:underline"
        >
          {t("logIn")}
        </Link>
      </p>
    </div>
  );
}
