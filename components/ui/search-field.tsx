import { Search, X } from "lucide-react";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { Input } from "@/components/ui/input";

/** A search begins when the typing pauses. */
const pauseMs = 250;

type SearchFieldProps = {
  /** What is searched for. */
  value: string;
  onSearch: (words: string) => void;
  label: string;
  placeholder: string;
  clearLabel: string;
  maxLength: number;
};

/** The search of a page, which the key `/` leads to. */
export function SearchField({
  value,
  onSearch,
  label,
  placeholder,
  clearLabel,
  maxLength,
}: SearchFieldProps) {
  const [words, setWords] = useState(value);
  const [asked, setAsked] = useState(value);
  const field = useRef<HTMLInputElement>(null);
  // Changed elsewhere: a saved view, Back.
  if (value !== asked) {
    setAsked(value);
    setWords(value);
  }
  const search = useEffectEvent((wanted: string) => {
    if (wanted === value) return;
    setAsked(wanted);
    onSearch(wanted);
  });
  useEffect(() => {
    const timer = setTimeout(() => search(words.trim()), pauseMs);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <search className="relative block min-w-0 flex-1">
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted-foreground"
      />
      <Input
        ref={field}
        data-key="/"
        type="search"
        value={words}
        maxLength={maxLength}
        aria-label={label}
        placeholder={placeholder}
        className="h-10 pr-9 pl-9 sm:h-9 [&::-webkit-search-cancel-button]:hidden"
        onChange={({ target }) => setWords(target.value)}
      />
      {words ? (
        <button
          type="button"
          aria-label={clearLabel}
          className="absolute top-1/2 right-1.5 grid size-7 -translate-y-1/2 place-items-center rounded-md text-muted-foreground after:absolute after:-inset-1.5 hover:bg-muted hover:text-foreground"
          onClick={() => {
            setWords("");
            field.current?.focus();
          }}
        >
          <X aria-hidden className="size-4" />
        </button>
      ) : (
        <kbd
          aria-hidden
          className="pointer-events-none absolute top-1/2 right-2.5 hidden -translate-y-1/2 rounded border border-border bg-muted px-1.5 font-sans text-[11px] text-muted-foreground sm:block"
        >
          /
        </kbd>
      )}
    </search>
  );
}
