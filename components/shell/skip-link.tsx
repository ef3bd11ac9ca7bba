/** The first thing a keyboard reaches: past the navigation, to the page itself. */
export function SkipLink({ children }: { children: string }) {
  return (
    <a
      href="#content"
      className="sr-only rounded-lg bg-card px-4 py-2 text-sm font-medium shadow-lifted focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:px-4 focus:py-2"
    >
      {children}
    </a>
  );
}
