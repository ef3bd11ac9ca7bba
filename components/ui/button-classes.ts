const base =
  "inline-flex shrink-0 items-center justify-center gap-2 rounded-lg font-medium whitespace-nowrap transition-colors duration-150 disabled:pointer-events-none disabled:opacity-55 aria-busy:pointer-events-none [&_svg]:size-4 [&_svg]:shrink-0";

const variants = {
  primary: "bg-primary text-primary-foreground shadow-soft hover:bg-primary-hover",
  outline: "border border-border bg-card text-foreground shadow-soft hover:bg-muted",
  destructive: "bg-destructive text-destructive-foreground shadow-soft hover:opacity-90",
  ghost: "text-muted-foreground hover:bg-muted hover:text-foreground",
};

const sizes = {
  small: "h-9 px-3 text-sm max-sm:h-10",
  medium: "h-11 px-4 text-sm",
  large: "h-12 px-6 text-base",
  icon: "size-9 max-sm:size-10",
};

export type ButtonLook = { variant?: keyof typeof variants; size?: keyof typeof sizes };

/** The classes of a button. Plain text, so that pages which every other page carries along (errors) stay light. */
export function buttonClasses({ variant = "primary", size = "medium" }: ButtonLook = {}): string {
  return `${base} ${variants[variant]} ${sizes[size]}`;
}
