"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import type { AccountProblem } from "@/server/domain/resources/schema";

type Refusal = {
  form: RefObject<HTMLFormElement | null>;
  problems: AccountProblem[];
  setProblems: (change: (before: AccountProblem[]) => AccountProblem[]) => void;
  refuse: (problems: AccountProblem[]) => void;
};

/** What was wrong with a form that was sent; `refuse` also leads to the first field to blame, once it is drawn. */
export function useRefusal(): Refusal {
  const form = useRef<HTMLFormElement>(null);
  const [problems, setProblems] = useState<AccountProblem[]>([]);
  const [refusals, setRefusals] = useState(0);
  useEffect(() => {
    if (refusals > 0) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [refusals]);
  const refuse = (found: AccountProblem[]) => {
    setProblems(found);
    setRefusals((before) => before + 1);
  };
  return { form, problems, setProblems, refuse };
}
