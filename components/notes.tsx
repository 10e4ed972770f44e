import { voice } from "./voice";

/** Show notes. `html` has been through the allow-list of lib/episodes; nothing else may be given here. */
export function Notes({ html, language }: { html: string; language: string }) {
  return (
    <section aria-labelledby="notes">
      <h2 id="notes" className="sr-only">
        Notes
      </h2>
      <div className="notes" {...voice(language)} dangerouslySetInnerHTML={{ __html: html }} />
    </section>
  );
}
