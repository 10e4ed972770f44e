"use client";

import { useEffect, useState } from "react";
import { AppLine } from "../app-line";
import { Cover } from "../cover";

type Props = { title: string; author: string; category: string; picture: File | null };

/** How apps show it: on its own page, and small in a list. */
export function Preview({ title, author, category, picture }: Props) {
  const src = useDataUrl(picture);
  const name = title.trim() || "Your title";
  return (
    <aside aria-label="Preview" className="lg:border-s lg:ps-12">
      <h2 className="text-small text-quiet">How apps show it</h2>
      <div className="mt-5 max-w-72">
        <Cover src={src} />
        <p className="tight mt-4 text-item font-semibold tracking-[-0.015em]">{name}</p>
        <p className="text-small text-quiet">{author}</p>
        {category && <p className="mt-1 text-small text-quiet">{category.split(" > ").at(-1)}</p>}
      </div>
      <div className="mt-8">
        <AppLine src={src} name={name} below={author} />
      </div>
    </aside>
  );
}

function useDataUrl(file: File | null): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    setUrl(null);
    if (!file) return;
    const reader = new FileReader();
    reader.onload = () => setUrl(String(reader.result));
    reader.readAsDataURL(file);
    return () => reader.abort();
  }, [file]);
  return url;
}
