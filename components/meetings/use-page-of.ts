import { useState } from "react";

/** The page of a list, from 0; another question (`asked`) begins at its first. */
export function usePageOf(asked: string): [page: number, turnTo: (page: number) => void] {
  const [at, setAt] = useState({ asked, page: 0 });
  return [at.asked === asked ? at.page : 0, (page) => setAt({ asked, page })];
}
