import { Monitor, Moon, Sun } from "lucide-react";

/** The pages' themes; `label` is the key of the name in the namespace Shell. */
export const THEMES = [
  { value: "system", label: "themeSystem", icon: Monitor },
  { value: "light", label: "themeLight", icon: Sun },
  { value: "dark", label: "themeDark", icon: Moon },
] as const;
