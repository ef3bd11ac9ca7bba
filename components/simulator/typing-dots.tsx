/** Somebody is writing. */
export function TypingDots({ label }: { label: string }) {
  return (
    <div className="flex w-fit items-center gap-1 rounded-2xl rounded-bl-md bg-card px-3.5 dark:bg-secondary py-3 shadow-soft">
      <span className="sr-only">{label}</span>
      {[0, 150, 300].map((delay) => (
        <span
          key={delay}
          aria-hidden
          className="size-1.5 animate-bounce rounded-full bg-muted-foreground"
          style={{ animationDelay: `${delay}ms` }}
        />
      ))}
    </div>
  );
}
