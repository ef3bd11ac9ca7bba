/** The product's mark with its name. */
export function Logo() {
  return (
    <span className="inline-flex items-center gap-2.5">
      <svg viewBox="0 0 32 32" aria-hidden className="size-7 shrink-0">
        <rect width="32" height="32" rx="9" className="fill-primary" />
        <path
          d="M9 12.5A4.5 4.5 0 0 1 13.5 8h5a4.5 4.5 0 0 1 4.5 4.5v3a4.5 4.5 0 0 1-4.5 4.5H15l-4.2 3.6c-.5.4-1.3.1-1.3-.6v-3.9A4.5 4.5 0 0 1 9 15.5z"
          className="fill-primary-foreground"
        />
        <circle cx="13.5" cy="14" r="1.5" className="fill-primary" />
        <circle cx="18.5" cy="14" r="1.5" className="fill-primary" />
      </svg>
      <span className="text-[15px] font-semibold tracking-tight">AssistChat</span>
    </span>
  );
}
